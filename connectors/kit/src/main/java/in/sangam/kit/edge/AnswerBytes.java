package in.sangam.kit.edge;

import java.io.IOException;
import java.io.InputStream;

/** Reads an answer into memory, up to a bound: a portal that sends without end must not take the hub with it. */
public final class AnswerBytes {

    private static final long WHOLE_MEBIBYTE = 1024 * 1024;

    private AnswerBytes() {}

    /** Reads to the end; throws {@link UnreadablePage} when there are more than {@code largest} bytes. */
    public static byte[] read(InputStream answer, long largest) throws IOException, UnreadablePage {
        byte[] bytes = answer.readNBytes(Math.toIntExact(largest));
        if (bytes.length == largest && answer.read() >= 0) {
            throw new UnreadablePage(
                    UnreadablePage.Cause.TOO_LARGE,
                    Sha256.of(bytes),
                    "The answer is larger than " + largest / WHOLE_MEBIBYTE
                            + " MB: ask for fewer rows (size:) or raise largest: in the connector");
        }
        return bytes;
    }
}
