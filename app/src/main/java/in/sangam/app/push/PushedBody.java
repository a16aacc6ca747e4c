package in.sangam.app.push;

import in.sangam.routes.push.PageBounds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/**
 * The body of a pushed page. Tomcat's own time-out begins anew with every byte, so that a portal which sends one now and then would
 * hold a thread for ever; here the page as a whole has its time.
 */
final class PushedBody {

    private static final int BLOCK = 8192;
    private static final long PATIENCE_BYTES = 2L << 20;

    private PushedBody() {}

    /**
     * Returns the body; of one that is too large, one byte more than is allowed: the rest is read over, for most senders listen only
     * when they have sent all. Throws {@link NotWhole} for one that does not end in time.
     */
    static byte[] read(InputStream in, PageBounds bounds) throws NotWhole {
        long since = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        try {
            long over = 0;
            for (int read = in.read(block); read >= 0 && over < PATIENCE_BYTES; read = in.read(block)) {
                int kept = (int) Math.min(read, bounds.largest() + 1 - body.size());
                body.write(block, 0, kept);
                over += read - kept;
                if (System.nanoTime() - since > bounds.timeout().toNanos()) {
                    throw NotWhole.late(bounds.timeout());
                }
            }
            return body.toByteArray();
        } catch (IOException broken) {
            throw isLate(broken) ? NotWhole.late(bounds.timeout()) : NotWhole.brokenOff();
        }
    }

    private static boolean isLate(IOException broken) {
        return broken instanceof SocketTimeoutException || broken.getCause() instanceof SocketTimeoutException;
    }

    /** A page of which the end did not come; nothing of it is taken. */
    static final class NotWhole extends Exception {
        private static final long serialVersionUID = 1L;
        private final HttpStatus status;
        private final String code;

        private NotWhole(HttpStatus status, String code, String sentence) {
            super(sentence);
            this.status = status;
            this.code = code;
        }

        private static NotWhole late(Duration timeout) {
            return new NotWhole(
                    HttpStatus.REQUEST_TIMEOUT,
                    "TOO_SLOW",
                    "The page was not whole within " + timeout.toSeconds()
                            + " s: send fewer records in each, and the same message again");
        }

        private static NotWhole brokenOff() {
            return new NotWhole(
                    HttpStatus.BAD_REQUEST,
                    "BROKEN_OFF",
                    "The connection broke before the page was whole: send the same message again");
        }

        /** Returns the status of the answer. */
        HttpStatus status() {
            return status;
        }

        /** Returns the countable code. */
        String code() {
            return code;
        }
    }
}
