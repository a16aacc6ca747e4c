package in.sangam.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
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
        String login = secret("username") + ":" + secret("password");
        return !auth.has("username")
                || ("Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
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
