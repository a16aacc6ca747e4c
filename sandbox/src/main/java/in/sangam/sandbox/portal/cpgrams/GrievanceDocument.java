package in.sangam.sandbox.portal.cpgrams;

import com.fasterxml.jackson.core.JsonGenerator;
import in.sangam.sandbox.control.Fault;
import in.sangam.sandbox.control.FaultSwitch.FaultyRow;
import in.sangam.sandbox.control.Faults;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a grievance as the export of a document store shows it: dates as {@code {"$date": …}} in UTC with milliseconds,
 * long numbers as {@code {"$numberLong": …}}.
 */
final class GrievanceDocument {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx");

    private GrievanceDocument() {}

    /** Writes the current row; with what is wrong in it when it is a faulty one. */
    static void write(JsonGenerator json, ResultSet row, @Nullable FaultyRow faulty) throws IOException, SQLException {
        json.writeStartObject();
        json.writeStringField("_id", row.getString("id"));
        if (faulty == null) {
            text(json, row, "registration_no");
        } else if (faulty.fault() != Fault.MISSING_KEY) {
            json.writeStringField("registration_no", faulty.sourceId());
        }
        json.writeStringField("UserCode", row.getString("user_code"));
        text(json, row, "org_code");
        text(json, row, "state");
        json.writeStringField("dist_name", wrong(faulty, Fault.UNKNOWN_DISTRICT, row.getString("dist_name")));
        text(json, row, "pincode");
        text(json, row, "sex");
        json.writeObjectFieldStart("CategoryV7");
        json.writeStringField("$numberLong", row.getString("category"));
        json.writeEndObject();
        date(json, "DiaryDate", moment(row, "diary_date"));
        date(json, "recvd_date", wrong(faulty, Fault.ODD_DATE, moment(row, "recvd_date")));
        date(json, "closing_date", moment(row, "closing_date"));
        date(json, "resolution_date", moment(row, "resolution_date"));
        text(json, row, "subject_content_text");
        text(json, row, "remarks_text");
        text(json, row, "v7_target");
        text(json, row, "complainant_name");
        text(json, row, "mobile");
        date(json, "last_updated", moment(row, "last_updated"));
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, ResultSet row, String column) throws IOException, SQLException {
        json.writeStringField(column, row.getString(column));
    }

    private static void date(JsonGenerator json, String field, @Nullable String moment) throws IOException {
        if (moment == null) {
            json.writeNullField(field);
        } else {
            json.writeObjectFieldStart(field);
            json.writeStringField("$date", moment);
            json.writeEndObject();
        }
    }

    private static @Nullable String moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : DATE.format(moment.withOffsetSameInstant(ZoneOffset.UTC));
    }

    private static @Nullable String wrong(@Nullable FaultyRow faulty, Fault fault, @Nullable String right) {
        return faulty != null && faulty.fault() == fault ? Faults.wrongValue(fault) : right;
    }
}
