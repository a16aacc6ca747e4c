package in.sangam.app.security;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The HTTP request that this thread serves. */
final class CurrentRequest {

    private CurrentRequest() {}

    /** Returns host and port as the client named them, or null outside a request. */
    static @Nullable String host() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getHeader("Host")
                : null;
    }
}
