package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Auth;
import in.sangam.kit.Rate;
import in.sangam.kit.Secret;
import in.sangam.kit.Settings;
import in.sangam.kit.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how a portal is reached: exactly one transport. */
record TransportReader(Path folder, Settings settings, Problems problems) {

    private static final List<String> KINDS = List.of("rest", "soap", "sql");
    private static final int FETCH_SIZE = 500;

    @Nullable
    Transport read(JsonNode manifest) {
        List<String> given = KINDS.stream().filter(manifest::has).toList();
        if (given.size() != 1) {
            problems.at(
                    given.isEmpty() ? "" : "/" + given.get(1),
                    given.isEmpty() ? "no transport is given" : "more than one transport is given: " + given,
                    "Give exactly one of " + String.join(", ", KINDS));
            return null;
        }
        String kind = given.get(0);
        JsonNode declared = manifest.get(kind);
        String at = "/" + kind;
        String url = url(declared, at);
        return switch (kind) {
            case "rest" ->
                new Transport.Rest(
                        url,
                        restAuth(declared.path("auth"), at),
                        timeout(declared),
                        rate(declared),
                        Texts.map(declared.path("headers")));
            case "soap" ->
                new Transport.Soap(
                        url,
                        login(declared.path("auth")),
                        timeout(declared),
                        rate(declared),
                        wsdl(declared, at),
                        declared.path("service").asText(),
                        declared.path("port").asText(),
                        declared.path("namespace").asText());
            default ->
                new Transport.Sql(
                        url,
                        login(declared.path("auth")),
                        timeout(declared),
                        rate(declared),
                        declared.path("fetchSize").asInt(FETCH_SIZE));
        };
    }

    private String url(JsonNode declared, String at) {
        String text = declared.path("url").asText();
        try {
            return settings.resolve(text);
        } catch (Settings.Unset unset) {
            problems.at(
                    at + "/url",
                    "the setting '" + unset.name() + "' has no value",
                    "Give it under portals: in application.yaml, in the portals' properties file or in the environment");
            return text;
        }
    }

    private Auth restAuth(JsonNode auth, String at) {
        boolean key = auth.has("apiKey");
        if (key != auth.has("header") || (key && auth.has("bearer"))) {
            problems.at(at + "/auth", "the credential is not complete", "Give bearer:, or apiKey: with its header:");
        }
        if (auth.has("bearer")) {
            return new Auth.Bearer(secret(auth.get("bearer")));
        }
        return key ? new Auth.ApiKey(auth.path("header").asText(), secret(auth.get("apiKey"))) : new Auth.None();
    }

    private Auth login(JsonNode auth) {
        return auth.isObject()
                ? new Auth.Login(secret(auth.path("username")), secret(auth.path("password")))
                : new Auth.None();
    }

    private Secret secret(JsonNode name) {
        return Secret.named(name.asText(), settings);
    }

    private Path wsdl(JsonNode declared, String at) {
        Path wsdl = folder.resolve(declared.path("wsdl").asText()).normalize();
        if (!wsdl.startsWith(folder) || !Files.isRegularFile(wsdl)) {
            problems.at(at + "/wsdl", "the file is not in the folder", "Put the portal's WSDL under contract/");
        }
        return wsdl;
    }

    private static Duration timeout(JsonNode declared) {
        return Durations.of(declared.path("timeout").asText("30s"));
    }

    private static @Nullable Rate rate(JsonNode declared) {
        return declared.has("rate") ? Durations.rate(declared.get("rate").asText()) : null;
    }
}
