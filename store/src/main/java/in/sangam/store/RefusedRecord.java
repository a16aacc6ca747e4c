package in.sangam.store;

import in.sangam.core.page.Rejection;
import in.sangam.core.record.CanonicalRecord;
import java.sql.SQLException;
import java.util.List;

/** The rejection of a record that was valid so far but cannot be stored. The masked row is the canonical record. */
final class RefusedRecord {

    private RefusedRecord() {}

    static Rejection byTheDatabase(Row row, SQLException e) {
        return rejection(
                row.position(),
                row.record(),
                "PostgreSQL refuses this record (SQLSTATE " + e.getSQLState()
                        + "): ask the portal to correct it at the source, or change the mapping to leave the value out");
    }

    static Rejection byTheMeasures(int position, CanonicalRecord record, RuntimeException e) {
        return rejection(
                position,
                record,
                "This record cannot be counted (" + e.getClass().getSimpleName()
                        + "): check its key, days and numbers, and the measures of type " + record.type());
    }

    private static Rejection rejection(int position, CanonicalRecord record, String message) {
        return new Rejection(
                position,
                record.key().sourceId(),
                "",
                Rejection.Reason.REFUSED_BY_STORE,
                message,
                List.of(),
                Row.asJson(record));
    }
}
