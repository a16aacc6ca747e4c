package in.sangam.store;

import in.sangam.core.page.PageHead;
import in.sangam.core.page.Rejection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a page that holds something the database refuses: halves it until the bad record stands alone. */
final class RecordByRecord {

    private final Connection connection;
    private final PageHead head;
    private final RecordUpsert upsert;
    private final List<Rejection> rejected;

    RecordByRecord(Connection connection, PageHead head, RecordUpsert upsert, List<Rejection> rejected) {
        this.connection = connection;
        this.head = head;
        this.upsert = upsert;
        this.rejected = rejected;
    }

    PageWrite.Written write(List<FoldedRecord> records) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            Map<String, RecordUpsert.Replaced> taken = upsert.write(connection, head, records);
            connection.releaseSavepoint(before);
            return new PageWrite.Written(records, taken);
        } catch (SQLException e) {
            if (!DatabaseError.refusesTheData(e)) {
                throw e;
            }
            connection.rollback(before);
            return records.size() > 1 ? halved(records) : withoutTheNewest(records.get(0), e);
        }
    }

    private PageWrite.Written halved(List<FoldedRecord> records) throws SQLException {
        int half = records.size() / 2;
        return write(records.subList(0, half)).and(write(records.subList(half, records.size())));
    }

    /** The newest version is refused alone; an older one of the same page may still be good. */
    private PageWrite.Written withoutTheNewest(FoldedRecord record, SQLException e) throws SQLException {
        rejected.add(RefusedRecord.byTheDatabase(record.newest(), e));
        return record.others().isEmpty()
                ? new PageWrite.Written(List.of(), new HashMap<>())
                : write(FoldedRecord.fold(record.others()));
    }
}
