package in.sangam.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import in.sangam.app.simulate.HttpPortal.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a request over HTTP must carry.
 *
 * @param auth as the manifest declares it
 * @param secrets name of a setting → its value
 */
record HttpCredential(JsonNode auth, UnaryOperator<String> secrets) {

    /** Tells whether a request carries it. */
    boolean in(HttpExchange exchange) {
        if (auth.has("bearer")) {
            return ("Bearer " + secret("bearer"))
                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        }
        if (auth.has("apiKey") && auth.has("header")) {
            return secret("apiKey")
                    .equals(exchange.getRequestHeaders()
                            .getFirst(auth.get("header").asText()));
        }
        if (auth.has("apiKey")) {
            return secret("apiKey")
                    .equals(query(exchange).get(auth.path("query").asText()));
        }
        if (auth.has("oauth2")) {
            return ("Bearer " + granted()).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        }
        return !auth.has("username") || basic(exchange, secret("username"), secret("password"));
    }

    /** Answers an ask for a token of client credentials (RFC 6749, 4.4); empty for a request that is none. */
    Optional<Answer> token(HttpExchange exchange) {
        JsonNode oauth2 = auth.path("oauth2");
        String path = oauth2.path("tokenUrl").asText().replaceFirst("^([a-z]+://)?[^/]*", "");
        if (oauth2.isMissingNode() || !path.equals(exchange.getRequestURI().getPath())) {
            return Optional.empty();
        }
        boolean known = basic(
                exchange,
                secrets.apply(oauth2.path("clientId").asText()),
                secrets.apply(oauth2.path("clientSecret").asText()));
        return Optional.of(
                known
                        ? new Answer(
                                200,
                                "application/json",
                                "{\"access_token\": \"" + granted()
                                        + "\", \"token_type\": \"Bearer\", \"expires_in\": 60}")
                        : new Answer(401, "application/json", "{\"error\": \"invalid_client\"}"));
    }

    private String granted() {
        return "granted-"
                + secrets.apply(auth.path("oauth2").path("clientSecret").asText());
    }

    private static boolean basic(HttpExchange exchange, String name, String password) {
        String login = name + ":" + password;
        return ("Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private String secret(String kind) {
        return secrets.apply(auth.path(kind).asText());
    }

    /** Returns the parameters of a request's query, decoded. */
    static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String each : raw == null ? new String[0] : raw.split("&")) {
            int equals = each.indexOf('=');
            parameters.put(
                    URLDecoder.decode(equals < 0 ? each : each.substring(0, equals), StandardCharsets.UTF_8),
                    equals < 0 ? "" : URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
