package in.sangam.kit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the hub shows a portal who it is. */
public sealed interface Auth {

    /** Returns the secrets that it needs, in the order in which they are declared. */
    default List<Secret> secrets() {
        return List.of();
    }

    /** No credential. */
    record None() implements Auth {}

    /** {@code Authorization: Bearer …}. */
    record Bearer(Secret token) implements Auth {
        @Override
        public List<Secret> secrets() {
            return List.of(token);
        }
    }

    /** A key in a header of the portal's own. */
    record ApiKey(String header, Secret key) implements Auth {
        @Override
        public List<Secret> secrets() {
            return List.of(key);
        }
    }

    /** A key in a parameter of the query. */
    record QueryKey(String parameter, Secret key) implements Auth {
        @Override
        public List<Secret> secrets() {
            return List.of(key);
        }
    }

    /** User name and password: HTTP Basic for REST, WS-Security UsernameToken for SOAP, the login for SQL and SFTP. */
    record Login(Secret username, Secret password) implements Auth {
        @Override
        public List<Secret> secrets() {
            return List.of(username, password);
        }
    }

    /**
     * A private key: SSH's for SFTP.
     *
     * @param passphrase of the key, null where it has none
     */
    record KeyLogin(Secret username, Secret privateKey, @Nullable Secret passphrase) implements Auth {
        @Override
        public List<Secret> secrets() {
            return passphrase == null ? List.of(username, privateKey) : List.of(username, privateKey, passphrase);
        }
    }

    /**
     * A certificate of the hub's by which it signs each request: WS-Security X.509 for SOAP.
     *
     * @param certificate in PEM, those of its authorities behind it
     * @param privateKey of the certificate, in PEM
     */
    record Certificate(Secret certificate, Secret privateKey) implements Auth {
        @Override
        public List<Secret> secrets() {
            return List.of(certificate, privateKey);
        }
    }

    /**
     * A token that the portal gives for the hub's own credential (OAuth 2.0, RFC 6749, 4.4).
     *
     * @param tokenUrl where tokens are given, resolved
     * @param scope what is asked for, null for the portal's default
     */
    record ClientCredentials(String tokenUrl, Secret clientId, Secret clientSecret, @Nullable String scope)
            implements Auth {
        @Override
        public List<Secret> secrets() {
            return List.of(clientId, clientSecret);
        }
    }

    /**
     * Each request signed with HMAC-SHA-256.
     *
     * @param key name of the secret at the portal, null where a portal needs none
     * @param text what is signed; {@code {method}}, {@code {path}}, {@code {query}}, {@code {timestamp}} (seconds since 1970),
     *     {@code {nonce}}, {@code {bodyHash}} (SHA-256 in hex) and {@code {key}} are filled in
     * @param headers headers that carry it; the same words and {@code {signature}}
     */
    record Signature(@Nullable Secret key, Secret secret, String text, Map<String, String> headers, Encoding encoding)
            implements Auth {
        @Override
        public List<Secret> secrets() {
            return key == null ? List.of(secret) : List.of(key, secret);
        }
    }

    /**
     * The portal signs what it sends, as Standard Webhooks have it; while a secret is changed, either holds.
     *
     * @param next the secret that comes, null where none is on its way
     */
    record Seal(Secret secret, @Nullable Secret next) implements Auth {
        @Override
        public List<Secret> secrets() {
            return next == null ? List.of(secret) : List.of(secret, next);
        }
    }

    /** How a signature is written. */
    enum Encoding {
        HEX,
        BASE64
    }
}
