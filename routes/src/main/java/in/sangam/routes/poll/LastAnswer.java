package in.sangam.routes.poll;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a SOAP stream's portal answered last. One poll of a stream runs at a time, so there is never more than one. */
final class LastAnswer {

    private final AtomicReference<@Nullable SoapAnswer> answer = new AtomicReference<>();

    @Nullable
    SoapAnswer get() {
        return answer.get();
    }

    void keep(SoapAnswer latest) {
        answer.set(latest);
    }

    void forget() {
        answer.set(null);
    }
}
