package in.sangam.routes.flow;

import java.time.Duration;

/**
 * Work of the hub that only time drives, such as daily statements. It says itself what is due; done twice, it changes nothing.
 *
 * @param id id of its route: what an operator sees and may stop
 * @param every time between two looks
 */
public record TimedWork(String id, Duration every, Runnable work) {}
