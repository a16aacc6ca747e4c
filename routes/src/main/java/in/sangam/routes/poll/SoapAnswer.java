package in.sangam.routes.poll;

import in.sangam.routes.pace.RetryAfter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.cxf.message.Message;
import org.jspecify.annotations.Nullable;

/** What a SOAP portal answered, as it came: nothing of its SOAP headers is ever taken further. */
record SoapAnswer(int status, byte[] bytes, @Nullable Duration retryAfter) {

    private static final int UNKNOWN = 0;

    static SoapAnswer of(Message message, byte[] bytes) {
        return new SoapAnswer(
                message.get(Message.RESPONSE_CODE) instanceof Integer status ? status : UNKNOWN,
                bytes,
                RetryAfter.in(header(message, RetryAfter.HEADER)));
    }

    private static @Nullable String header(Message message, String name) {
        if (message.get(Message.PROTOCOL_HEADERS) instanceof Map<?, ?> headers
                && headers.get(name) instanceof List<?> values
                && !values.isEmpty()) {
            return String.valueOf(values.get(0));
        }
        return null;
    }
}
