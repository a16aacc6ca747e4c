package in.sangam.bench.contenders;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fetches the portal's pages one after the other, as bytes. The link to the next one is read from the end, without parsing. */
public final class PortalPages {

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"}$");
    private static final int TAIL = 400;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;
    private @Nullable String next;

    /** @param size rows of a page */
    public PortalPages(String url, String token, int size) {
        this.token = token;
        this.next = url + "/api/v1/applications?updatedSince=2011-08-15&limit=" + size;
    }

    /** Returns the next page, null behind the last. */
    public byte @Nullable [] fetch() throws IOException, InterruptedException {
        if (next == null) {
            return null;
        }
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(URI.create(next))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("The portal answered " + answer.statusCode());
        }
        byte[] page = answer.body();
        int from = Math.max(0, page.length - TAIL);
        Matcher link = NEXT.matcher(new String(page, from, page.length - from, StandardCharsets.ISO_8859_1));
        next = link.find() ? link.group(1) : null;
        return page;
    }
}
