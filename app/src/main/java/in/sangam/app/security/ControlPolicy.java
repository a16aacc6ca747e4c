package in.sangam.app.security;

import java.util.Map;
import java.util.Set;
import javax.management.ObjectName;

/**
 * What may be called over Jolokia; whatever is not named here is refused.
 *
 * <p>Reading operations only describe: diagrams, counts, what is in flight. Steering operations change something and are
 * for {@code admin}: start, stop, suspend or resume one route, poll a stream now, and put dead letters back on their queue.
 */
final class ControlPolicy {

    private static final String CAMEL = "org.apache.camel";
    private static final String ARTEMIS = "org.apache.activemq.artemis";
    private static final String HUB = "in.sangam";

    private static final Map<String, Set<String>> READING = Map.of(
            CAMEL,
            Set.of(
                    "dumpRoutesAsXml",
                    "dumpRouteAsXml",
                    "dumpRoutesAsYaml",
                    "dumpRouteAsYaml",
                    "dumpRoutesStatsAsXml",
                    "dumpRouteStatsAsXml",
                    "dumpRoutesStatsAsJSon",
                    "dumpStepStatsAsXml",
                    "dumpRouteSourceLocationsAsXml",
                    "dumpStructureRouteAsXml",
                    "dumpStructuredRoutesAsXml",
                    "browse",
                    "listEndpoints",
                    "endpointStatistics",
                    "getEndpointStatistics",
                    "informationJson",
                    "listComponents",
                    "findComponentNames",
                    "componentParameterJsonSchema",
                    "explainEipJson",
                    "explainEndpointJson",
                    "healthChecksJSon",
                    "details"),
            ARTEMIS,
            Set.of("countMessages", "listQueues", "listAddresses", "getQueueNames", "getAddressNames"),
            HUB,
            Set.of(),
            "hawtio",
            Set.of("canInvoke", "getPlugins", "metadata"),
            "jolokia",
            Set.of("canInvoke"));

    private static final Set<String> ROUTE_STEERING = Set.of("start", "stop", "suspend", "resume");
    private static final Set<String> DEAD_LETTER_STEERING = Set.of("retryMessages", "retryMessage");
    private static final Set<String> HUB_STEERING = Set.of("replayDeadLetters", "pollNow");

    private ControlPolicy() {}

    /** Says whether the operation only describes. */
    static boolean isReading(ObjectName bean, String operation) {
        Set<String> named = READING.get(bean.getDomain());
        return named != null && named.contains(plain(operation));
    }

    /** Says whether the operation is one of the few by which {@code admin} steers the hub. */
    static boolean isSteering(ObjectName bean, String operation) {
        String name = plain(operation);
        return switch (bean.getDomain()) {
            case CAMEL -> "routes".equals(bean.getKeyProperty("type")) && ROUTE_STEERING.contains(name);
            case ARTEMIS -> "queues".equals(bean.getKeyProperty("subcomponent")) && DEAD_LETTER_STEERING.contains(name);
            case HUB -> "Hub".equals(bean.getKeyProperty("type")) && HUB_STEERING.contains(name);
            default -> false;
        };
    }

    /** Returns the countable code under which a steering call is audited, e.g. {@code route.stop}. */
    static String code(ObjectName bean, String operation) {
        String what =
                switch (bean.getDomain()) {
                    case CAMEL -> "route.";
                    case ARTEMIS -> "dead-letter.";
                    default -> "hub.";
                };
        return what + plain(operation);
    }

    /** Jolokia allows {@code stop(long,boolean)} to choose an overload; the policy goes by the name alone. */
    private static String plain(String operation) {
        int bracket = operation.indexOf('(');
        return bracket < 0 ? operation : operation.substring(0, bracket);
    }
}
