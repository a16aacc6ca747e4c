package in.sangam.routes.push;

import java.time.Duration;

/**
 * What a portal may send in one page.
 *
 * @param largest most bytes
 * @param timeout longest time until the page is whole
 */
public record PageBounds(long largest, Duration timeout) {}
