package in.sangam.kit;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The address of an ask at an HTTP portal. */
record Address(String url, Map<String, String> query, int size, int firstPage) {

    URI of(Ask ask) {
        String token = ask.token();
        if (token != null) {
            return URI.create(token);
        }
        String parameters = query.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(filled(each.getValue(), ask)))
                .collect(Collectors.joining("&"));
        return URI.create(parameters.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + parameters);
    }

    private String filled(String value, Ask ask) {
        return Placeholders.fill(value.replace("{page}", Integer.toString(firstPage + ask.number())), ask, size);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
