package in.sangam.sandbox.control;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The portals of the sandbox, with the stream that faulty rows are added to and the faults that each can have. */
public enum Portal {
    RTPS(
            "rtps",
            "applications",
            EnumSet.complementOf(EnumSet.of(Fault.TRUNCATED_XML, Fault.STATUS_422, Fault.LOST_ANSWER))),
    /** Speaks the database's protocol: it has no status codes, and its typed columns cannot hold an odd date. */
    LOK_SHIKAYAT(
            "lok-shikayat",
            "complaints",
            EnumSet.of(
                    Fault.WRONG_CREDENTIAL,
                    Fault.SLOW,
                    Fault.DOWN,
                    Fault.MISSING_KEY,
                    Fault.UNKNOWN_DISTRICT,
                    Fault.UNKNOWN_STATUS)),
    /** The entrance of the same software where complaints are filed. */
    LOK_SHIKAYAT_FILING("lok-shikayat-filing", "complaints", whereItIsGiven()),
    HRMS(
            "hrms",
            "salary-cases",
            EnumSet.of(
                    Fault.HTML_200,
                    Fault.TRUNCATED_XML,
                    Fault.WRONG_CREDENTIAL,
                    Fault.STATUS_500,
                    Fault.STATUS_429,
                    Fault.REPEAT_PAGE,
                    Fault.SLOW,
                    Fault.DOWN,
                    Fault.MISSING_KEY,
                    Fault.UNKNOWN_DISTRICT,
                    Fault.UNKNOWN_STATUS,
                    Fault.ODD_DATE)),
    /** Its rows have no status: a grievance is closed when it has a closing date. */
    CPGRAMS(
            "cpgrams",
            "grievances",
            EnumSet.complementOf(EnumSet.of(Fault.TRUNCATED_XML, Fault.STATUS_422, Fault.UNKNOWN_STATUS))),
    CM_DASHBOARD("cm-dashboard", "schemes", whereItIsGiven()),
    VIKAS_MISSION("vikas-mission", "pop-scores", whereItIsGiven());

    private final String word;
    private final String stream;
    private final Set<Fault> faults;

    Portal(String word, String stream, Set<Fault> faults) {
        this.word = word;
        this.stream = stream;
        this.faults = Collections.unmodifiableSet(faults);
    }

    /** Returns the portal's name in the control API and the ledger. */
    public String word() {
        return word;
    }

    /** Returns the stream that faulty rows are added to. */
    public String stream() {
        return stream;
    }

    /** Returns the faults that make sense for this portal. */
    public Set<Fault> faults() {
        return faults;
    }

    /** Faults of an HTTP entrance that is given something by POST. */
    private static Set<Fault> whereItIsGiven() {
        return EnumSet.of(
                Fault.HTML_200,
                Fault.TRUNCATED_JSON,
                Fault.WRONG_CREDENTIAL,
                Fault.STATUS_500,
                Fault.STATUS_429,
                Fault.STATUS_422,
                Fault.SLOW,
                Fault.DOWN,
                Fault.LOST_ANSWER);
    }

    static Optional<Portal> of(String word) {
        return Arrays.stream(values())
                .filter(portal -> portal.word.equals(word))
                .findFirst();
    }
}
