package in.sangam.bench.campaign;

/**
 * One row of the table of faults.
 *
 * @param name what is done, in the words of the table; short enough to be chosen by a part of it
 * @param strike does it
 */
record Fault(String name, Strike strike) {

    /**
     * Gives the hubs work, lets the fault happen while they do it, and ends it: what has ended is started again as a
     * supervisor would. Nothing else is done for the hubs: they recover by themselves.
     */
    interface Strike {
        void on(Stage stage) throws Exception;
    }

    /** This machine cannot do it; the message says why. */
    static final class Skipped extends Exception {
        private static final long serialVersionUID = 1L;

        Skipped(String why) {
            super(why);
        }
    }

    /** The fault did not come about, so that the row shows nothing; the message says what was seen instead. */
    static final class NotReached extends Exception {
        private static final long serialVersionUID = 1L;

        NotReached(String what) {
            super(what);
        }
    }
}
