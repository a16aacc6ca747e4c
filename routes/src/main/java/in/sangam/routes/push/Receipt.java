package in.sangam.routes.push;

/**
 * What the hub answers when a page is safely on its broker.
 *
 * @param receipt the same for every attempt at the same message
 * @param rows rows in the page; what becomes of each is judged later, one by one
 * @param repeated whether the page had been taken before
 */
public record Receipt(String receipt, int rows, boolean repeated) {}
