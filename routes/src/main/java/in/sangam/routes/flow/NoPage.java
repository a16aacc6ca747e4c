package in.sangam.routes.flow;

import in.sangam.routes.error.Undeliverable;

/** Says that a message is no page: the Invalid Message Channel of a queue is its Dead Letter Channel with this code. */
final class NoPage {

    private NoPage() {}

    static Undeliverable on(String where, IllegalArgumentException cause) {
        return new Undeliverable(
                "NO_PAGE",
                "A message on " + where + " is no page of this hub; see who else may send to its queue",
                cause);
    }
}
