package in.sangam.routes.error;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Remembers why a message failed at its last delivery, by the name of the exception alone: its text may quote the page. */
final class LastCauses implements Processor {

    private static final int MOST = 10_000;

    private final Map<String, String> causes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    @Override
    public void process(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String id = exchange.getMessage().getHeader(GiveUp.MESSAGE_ID, String.class);
        if (cause != null && id != null) {
            synchronized (causes) {
                causes.put(id, "last with " + cause.getClass().getName());
            }
        }
    }

    @Nullable
    String take(@Nullable String messageId) {
        synchronized (causes) {
            return messageId == null ? null : causes.remove(messageId);
        }
    }
}
