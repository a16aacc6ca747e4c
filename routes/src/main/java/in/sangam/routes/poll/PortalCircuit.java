package in.sangam.routes.poll;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The Circuit Breaker of one portal, shared by its streams: a portal that is unwell is left alone for a while, then asked once. */
final class PortalCircuit {

    private static final CircuitBreakerConfig RULES = CircuitBreakerConfig.custom()
            .slidingWindowSize(6)
            .minimumNumberOfCalls(4)
            .failureRateThreshold(75)
            .waitDurationInOpenState(Duration.ofSeconds(10))
            .permittedNumberOfCallsInHalfOpenState(1)
            .build();

    private final CircuitBreaker breaker;

    PortalCircuit(String portal) {
        this.breaker = CircuitBreaker.of(portal, RULES);
    }

    /** Tells whether a poll may begin; who begins one must say how it ended. */
    boolean mayBegin() {
        return breaker.tryAcquirePermission();
    }

    void answered() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void unwell(PollFailed failure) {
        breaker.onError(0, TimeUnit.NANOSECONDS, failure);
    }

    /** The poll ended in a way that says nothing of the portal's health. */
    void nothingSaid() {
        breaker.releasePermission();
    }
}
