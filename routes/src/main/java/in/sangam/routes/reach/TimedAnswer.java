package in.sangam.routes.reach;

import in.sangam.kit.edge.AnswerBytes;
import in.sangam.kit.edge.UnreadablePage;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The bytes of an answer whose client waits without end for each of them: here the whole of it has its time. */
public final class TimedAnswer {

    private TimedAnswer() {}

    /**
     * Reads an answer to its end. Throws {@link UnreadablePage} for one of more than {@code largest} bytes,
     * {@link SocketTimeoutException} for one that is not whole in time, and {@link SocketException} for one that breaks off.
     *
     * @param answer closed when its time is over
     */
    public static byte[] read(InputStream answer, long largest, Duration longest) throws IOException, UnreadablePage {
        AtomicBoolean over = new AtomicBoolean();
        var end = Deadline.WATCH.schedule(
                () -> {
                    over.set(true);
                    answer.close();
                    return null;
                },
                longest.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return AnswerBytes.read(answer, largest);
        } catch (IOException broken) {
            if (over.get()) {
                throw Deadline.late(broken);
            }
            SocketException brokeOff = new SocketException("The answer broke off");
            brokeOff.initCause(broken);
            throw brokeOff;
        } finally {
            end.cancel(false);
        }
    }
}
