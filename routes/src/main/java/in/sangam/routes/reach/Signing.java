package in.sangam.routes.reach;

import in.sangam.kit.Auth;
import in.sangam.kit.Auth.Encoding;
import in.sangam.kit.edge.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Signs every request as the connector declares it. */
final class Signing implements Credentials {

    private static final String ALGORITHM = "HmacSHA256";

    private final Auth.Signature declared;

    Signing(Auth.Signature declared) {
        this.declared = declared;
    }

    @Override
    public void put(Message request, URI address, byte[] body) {
        Map<String, String> words = new HashMap<>();
        words.put("method", request.getHeader(Exchange.HTTP_METHOD, "GET", String.class));
        words.put("path", address.getRawPath());
        words.put("query", address.getRawQuery() == null ? "" : address.getRawQuery());
        words.put("timestamp", Long.toString(Instant.now().getEpochSecond()));
        words.put("nonce", UUID.randomUUID().toString());
        words.put("bodyHash", Sha256.of(body));
        words.put("key", declared.key() == null ? "" : declared.key().reveal());
        words.put("signature", signature(filled(declared.text(), words)));
        declared.headers().forEach((name, value) -> {
            String filled = filled(value, words);
            if (!filled.isEmpty()) {
                request.setHeader(name, filled);
            }
        });
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(declared.secret().reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] made = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return declared.encoding() == Encoding.HEX
                    ? HexFormat.of().formatHex(made)
                    : Base64.getEncoder().encodeToString(made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private static String filled(String text, Map<String, String> words) {
        String filled = text;
        for (Map.Entry<String, String> each : words.entrySet()) {
            filled = filled.replace("{" + each.getKey() + "}", each.getValue());
        }
        return filled;
    }
}
