package in.sangam.routes.reach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.kit.Auth;
import in.sangam.kit.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.camel.Message;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;

/** A token of OAuth 2.0 client credentials (RFC 6749, 4.4): asked for once, kept in memory until shortly before its end. */
final class GrantedToken implements Credentials {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration USUAL_LIFE = Duration.ofMinutes(5);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final Auth.ClientCredentials declared;
    private final Transport.Rest rest;
    private @Nullable String token;
    private long until;

    GrantedToken(Auth.ClientCredentials declared, Transport.Rest rest) {
        this.declared = declared;
        this.rest = rest;
    }

    @Override
    public synchronized void put(Message request, URI address, byte[] body) throws IOException {
        if (token == null || System.nanoTime() - until >= 0) {
            ask();
        }
        request.setHeader("Authorization", "Bearer " + token);
    }

    @Override
    public synchronized boolean renew() {
        token = null;
        return true;
    }

    private void ask() throws IOException {
        HttpPost post = new HttpPost(declared.tokenUrl());
        post.setHeader("Accept", "application/json");
        post.setHeader("Authorization", "Basic " + basic());
        List<NameValuePair> form = new ArrayList<>();
        form.add(new BasicNameValuePair("grant_type", "client_credentials"));
        if (declared.scope() != null) {
            form.add(new BasicNameValuePair("scope", declared.scope()));
        }
        post.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
        try (CloseableHttpClient client = PortalHttp.client(rest)) {
            client.execute(post, this::keep);
        }
    }

    private @Nullable Void keep(ClassicHttpResponse answer) throws IOException {
        if (answer.getCode() >= SERVER_ERROR) {
            throw new IOException("The portal's token service failed with HTTP " + answer.getCode());
        }
        if (answer.getCode() != OK) {
            throw new CredentialRefused("token: HTTP " + answer.getCode());
        }
        JsonNode granted = JSON.readTree(EntityUtils.toByteArray(answer.getEntity(), LONGEST_ANSWER));
        String given = granted.path("access_token").asText("");
        if (given.isEmpty()) {
            throw new CredentialRefused("the answer of its token service holds no access_token");
        }
        long life = granted.path("expires_in").asLong(USUAL_LIFE.toSeconds());
        token = given;
        // A tenth of its life early, for clocks and the way.
        until = System.nanoTime() + Duration.ofSeconds(life).toNanos() / 10 * 9;
        return null;
    }

    /** RFC 6749, 2.3.1: both parts are encoded as in a form before they are joined. */
    private String basic() {
        String both = URLEncoder.encode(declared.clientId().reveal(), StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(declared.clientSecret().reveal(), StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
