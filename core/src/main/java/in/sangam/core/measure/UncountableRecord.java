package in.sangam.core.measure;

/** Says that a record contradicts a measure that touches it: the record goes to quarantine, with the field at fault. */
public final class UncountableRecord extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    UncountableRecord(String field, String message) {
        super(message);
        this.field = field;
    }

    /** Returns the field at fault. */
    public String field() {
        return field;
    }
}
