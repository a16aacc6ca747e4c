package in.sangam.kit;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What the owner of a portal promises for its connector; measured against, never enforced.
 *
 * @param fresh longest time between two successful polls
 * @param reject largest share of rows that may be rejected, 0.01 for one per cent
 */
public record Promise(Duration fresh, BigDecimal reject) {}
