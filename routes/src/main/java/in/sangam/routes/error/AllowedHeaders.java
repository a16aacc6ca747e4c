package in.sangam.routes.error;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Lets only named headers pass an entrance or exit: whatever else a portal or a message carries,
 * {@code Camel…} in any case and {@code operationName} above all, must not steer a route.
 */
public final class AllowedHeaders implements HeaderFilterStrategy {

    private static final String CAMEL = "camel";

    private final Predicate<String> inbound;
    private final Predicate<String> outbound;

    private AllowedHeaders(Predicate<String> inbound, Predicate<String> outbound) {
        this.inbound = inbound;
        this.outbound = outbound;
    }

    /** Allows these headers into the hub, and these out of it. */
    public static AllowedHeaders of(Set<String> inbound, Set<String> outbound) {
        return new AllowedHeaders(Set.copyOf(inbound)::contains, Set.copyOf(outbound)::contains);
    }

    /**
     * Allows these headers of an HTTP answer in, in any case, as HTTP has it; of a request, which a step writes from
     * nothing, all but Camel's own go out.
     */
    public static AllowedHeaders ofAnswers(Set<String> inbound) {
        Set<String> anyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.addAll(inbound);
        return new AllowedHeaders(anyCase::contains, name -> !name.regionMatches(true, 0, CAMEL, 0, CAMEL.length()));
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !inbound.test(name);
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !outbound.test(name);
    }
}
