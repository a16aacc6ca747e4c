package in.sangam.kit;

import java.time.Duration;

/** At most so many requests in each period, e.g. {@code 60/min}. */
public record Rate(int requests, Duration per) {}
