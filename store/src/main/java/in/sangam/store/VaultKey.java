package in.sangam.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the vault: seals and opens with AES-256-GCM. What is sealed is bound to its label, so that a sealed text put in
 * another's place does not open. It prints as its id alone.
 */
public final class VaultKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final SecretKeySpec key;
    private final String id;
    private final SecureRandom random = new SecureRandom();

    /**
     * Takes the key.
     *
     * @param hex 64 hexadecimal digits
     * @throws IllegalArgumentException when it is anything else; the message does not repeat it
     */
    public VaultKey(String hex) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException notHex) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "The key of the vault must be 64 hexadecimal digits (256 bits), as 'openssl rand -hex 32' gives them");
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.id = idOf(bytes);
    }

    /** Returns what tells this key from another and nothing more: the first eight digits of its SHA-256. */
    String id() {
        return id;
    }

    byte[] seal(byte[] plain, int length, String label) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, label);
            ByteBuffer sealed = ByteBuffer.allocate(NONCE_BYTES + cipher.getOutputSize(length));
            sealed.put(nonce).put(cipher.doFinal(plain, 0, length));
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot seal with " + CIPHER, e);
        }
    }

    /** Returns the plain bytes; throws when they were sealed by another key or under another label, or were changed. */
    byte[] open(byte[] sealed, String label) {
        try {
            byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, label).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The page " + label + " does not open: it was changed in the database", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String label) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String idOf(byte[] key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key))
                    .substring(0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
