package in.sangam.kit.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** What can be told of an answer from its bytes alone. */
record Bytes(byte[] content) {

    boolean blank() {
        return first() < 0;
    }

    /** Returns the first byte that is neither white space nor a byte order mark, −1 when there is none. */
    int first() {
        for (byte each : content) {
            int value = each & 0xFF;
            if (value > ' ' && value != 0xEF && value != 0xBB && value != 0xBF) {
                return value;
            }
        }
        return -1;
    }

    /** Returns the last byte that is no white space, −1 when there is none. */
    int last() {
        for (int i = content.length - 1; i >= 0; i--) {
            int value = content[i] & 0xFF;
            if (value > ' ') {
                return value;
            }
        }
        return -1;
    }

    /** Returns how many characters they are in UTF-8. */
    int characters() {
        return new String(content, StandardCharsets.UTF_8).length();
    }

    boolean notUtf8() {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content));
            return false;
        } catch (CharacterCodingException e) {
            return true;
        }
    }

    /** Says whether the text has the shape of a page for people. */
    boolean html() {
        String start = new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(java.util.Locale.ROOT);
        return start.startsWith("<!doctype html") || start.contains("<html");
    }
}
