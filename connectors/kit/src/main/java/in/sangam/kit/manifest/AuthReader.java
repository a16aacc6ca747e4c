package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Auth;
import in.sangam.kit.Secret;
import in.sangam.kit.Settings;
import java.util.List;
import java.util.Map;

/** Reads how the hub shows an HTTP portal who it is: at most one kind of credential, and that one whole. */
record AuthReader(Settings settings, Problems problems) {

    private static final String TEXT = "{method}\n{path}\n{query}\n{timestamp}\n{bodyHash}";
    private static final Map<String, String> HEADERS =
            Map.of("X-Key", "{key}", "X-Timestamp", "{timestamp}", "X-Signature", "{signature}");
    private static final List<String> KINDS = List.of("bearer", "apiKey", "username", "oauth2", "hmac");

    Auth read(JsonNode auth, String at) {
        List<String> given = KINDS.stream().filter(auth::has).toList();
        if (given.size() > 1) {
            problems.at(at + "/" + given.get(1), "more than one credential is given: " + given, "Keep one of them");
        }
        boolean place = auth.has("header") || auth.has("query");
        if (auth.has("apiKey") != place || (auth.has("header") && auth.has("query"))) {
            problems.at(at, "the credential is not complete", "Give apiKey: with header: or with query:");
        }
        if (auth.has("username") != auth.has("password")) {
            problems.at(at, "the credential is not complete", "Give username: and password:");
        }
        if (auth.has("bearer")) {
            return new Auth.Bearer(secret(auth.get("bearer")));
        }
        if (auth.has("apiKey")) {
            Secret key = secret(auth.get("apiKey"));
            return auth.has("query")
                    ? new Auth.QueryKey(auth.get("query").asText(), key)
                    : new Auth.ApiKey(auth.path("header").asText(), key);
        }
        if (auth.has("oauth2")) {
            return clientCredentials(auth.get("oauth2"), at + "/oauth2");
        }
        return auth.has("hmac") ? signature(auth.get("hmac")) : login(auth);
    }

    /** Reads user name and password; none where they are not given. */
    Auth login(JsonNode auth) {
        return auth.has("username")
                ? new Auth.Login(secret(auth.path("username")), secret(auth.path("password")))
                : new Auth.None();
    }

    /** Reads user name and password, or private key; none where they are not given. */
    Auth keyOrPassword(JsonNode auth, String at) {
        if (auth.has("privateKey") && auth.has("password")) {
            problems.at(at + "/password", "more than one credential is given", "Keep password: or privateKey:");
        }
        if (auth.isObject() && !auth.has("privateKey") && !auth.has("password")) {
            problems.at(at, "the credential is not complete", "Give username: with password: or with privateKey:");
        }
        return auth.has("privateKey")
                ? new Auth.KeyLogin(
                        secret(auth.path("username")),
                        secret(auth.get("privateKey")),
                        auth.has("passphrase") ? secret(auth.get("passphrase")) : null)
                : login(auth);
    }

    /** Reads user name and password, or the certificate to sign by; none where neither is given. */
    Auth soap(JsonNode auth, String at) {
        boolean login = auth.has("username") || auth.has("password");
        boolean signing = auth.has("certificate") || auth.has("privateKey");
        if (login && signing) {
            problems.at(
                    at,
                    "more than one credential is given",
                    "Keep username: and password:, or certificate: and privateKey:");
        }
        if ((login && auth.has("username") != auth.has("password"))
                || (signing && auth.has("certificate") != auth.has("privateKey"))) {
            problems.at(
                    at,
                    "the credential is not complete",
                    "Give username: and password:, or certificate: and privateKey:");
        }
        return signing
                ? new Auth.Certificate(secret(auth.path("certificate")), secret(auth.path("privateKey")))
                : login(auth);
    }

    /** Reads by which secrets a portal signs what it sends. */
    Auth seal(JsonNode auth) {
        return new Auth.Seal(secret(auth.path("secret")), auth.has("next") ? secret(auth.get("next")) : null);
    }

    private Auth clientCredentials(JsonNode oauth2, String at) {
        return new Auth.ClientCredentials(
                new Resolved(settings, problems).text(oauth2.path("tokenUrl").asText(), at + "/tokenUrl"),
                secret(oauth2.path("clientId")),
                secret(oauth2.path("clientSecret")),
                oauth2.has("scope") ? oauth2.get("scope").asText() : null);
    }

    private Auth signature(JsonNode hmac) {
        return new Auth.Signature(
                hmac.has("key") ? secret(hmac.get("key")) : null,
                secret(hmac.path("secret")),
                hmac.path("text").asText(TEXT),
                hmac.has("headers") ? Texts.map(hmac.get("headers")) : HEADERS,
                hmac.path("encoding").asText().equals("base64") ? Auth.Encoding.BASE64 : Auth.Encoding.HEX);
    }

    private Secret secret(JsonNode name) {
        return Secret.named(name.asText(), settings);
    }
}
