package in.sangam.bench.speed;

/** A contender cannot be run here; the message says why and what would help. */
final class Unavailable extends Exception {

    private static final long serialVersionUID = 1;

    Unavailable(String why) {
        super(why);
    }
}
