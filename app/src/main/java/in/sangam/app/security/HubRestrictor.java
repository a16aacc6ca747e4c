package in.sangam.app.security;

import in.sangam.store.Audit;
import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a logged-in user may do over Jolokia: both roles read, {@code admin} steers as {@link ControlPolicy} names it, and
 * every other write or call is refused. Each steering call, allowed or refused, is audited before it happens.
 */
final class HubRestrictor implements Restrictor {

    private static final Logger LOG = LoggerFactory.getLogger(HubRestrictor.class);
    private static final Set<RequestType> TYPES =
            Set.of(RequestType.READ, RequestType.LIST, RequestType.SEARCH, RequestType.VERSION, RequestType.EXEC);
    /** Heap dumps, thread dumps to files, flight recordings, and log levels: not even listed. */
    private static final Set<String> HIDDEN_DOMAINS =
            Set.of("com.sun.management", "jdk.management.jfr", "JMImplementation", "ch.qos.logback.classic");

    private final Audit audit;

    HubRestrictor(Audit audit) {
        this.audit = audit;
    }

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.POST;
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return TYPES.contains(type);
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName bean, String attribute) {
        return !isObjectNameHidden(bean);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName bean, String attribute) {
        refuse("write " + attribute, bean);
        return false;
    }

    @Override
    public boolean isOperationAllowed(ObjectName bean, String operation) {
        if (ControlPolicy.isReading(bean, operation)) {
            return true;
        }
        if (ControlPolicy.isSteering(bean, operation) && CurrentUser.hasRole(SecurityConfiguration.ROLE_ADMIN)) {
            audit.note(CurrentUser.name(), ControlPolicy.code(bean, operation), bean.getCanonicalName(), "");
            LOG.info("{} calls {} of {}", CurrentUser.name(), operation, bean);
            return true;
        }
        refuse(operation, bean);
        return false;
    }

    /** Who may connect at all is decided by the login, not by the address. */
    @Override
    public boolean isRemoteAccessAllowed(String... hostOrAddress) {
        return true;
    }

    /** Only the hub's own pages: a page of another site sends its Origin, or at least its Referer, and is refused. */
    @Override
    public boolean isOriginAllowed(@Nullable String origin, boolean strict) {
        return origin == null || origin.isBlank() || isOurs(origin);
    }

    private static boolean isOurs(String origin) {
        String host = CurrentRequest.host();
        String authority = origin.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
        return authority.equalsIgnoreCase(host);
    }

    @Override
    public boolean isObjectNameHidden(ObjectName bean) {
        return HIDDEN_DOMAINS.contains(bean.getDomain());
    }

    private void refuse(String operation, ObjectName bean) {
        audit.note(CurrentUser.name(), "refused." + operation, bean.getCanonicalName(), "");
        LOG.warn("Refused {} to call {} of {}", CurrentUser.name(), operation, bean);
    }
}
