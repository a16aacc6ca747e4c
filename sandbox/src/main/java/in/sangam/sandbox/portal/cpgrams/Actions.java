package in.sangam.sandbox.portal.cpgrams;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.sandbox.portal.Posted;
import in.sangam.sandbox.portal.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The action history of grievances, which the state's offices add to: once per idempotency key; a disposal closes the grievance. */
record Actions(DataSource database) {

    /** 50 is the officer's disposal; 10, invented, says that the grievance was forwarded. */
    private static final List<String> STATUSES = List.of("10", "50");

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('sandbox changes'))";
    private static final String KEPT =
            "select action_srno, body = ?::jsonb from cpgrams.action_history where idempotency_key = ?";
    private static final String KEEP =
            """
            with latest as (
                select * from cpgrams.grievance_version where registration_no = ? order by last_updated desc limit 1
            ),
            clock as (
                select max(last_updated) + interval '1 millisecond' as now from cpgrams.grievance_version
            ),
            version as (
                insert into cpgrams.grievance_version
                select id, registration_no, user_code, org_code, state, dist_name, pincode, sex, category, diary_date,
                       recvd_date,
                       case when ?::int = 50 then coalesce(closing_date, closed, now) else closing_date end,
                       case when ?::int = 50 then coalesce(resolution_date, closed, now) else resolution_date end,
                       subject_content_text, 'Complaint ' || ?::text, v7_target, complainant_name, mobile, now,
                       district_code
                from latest, clock, (select date_trunc('milliseconds', ?::timestamptz) as closed) as given
                returning registration_no, last_updated
            )
            insert into cpgrams.action_history (registration_no, action_srno, action_status, complaint_no, date_of_action,
                idempotency_key, body)
            select registration_no,
                   (select count(*) + 1 from cpgrams.action_history as earlier
                    where earlier.registration_no = version.registration_no),
                   ?::int, ?, coalesce(?::timestamptz, last_updated), ?, ?::jsonb
            from version
            returning action_srno
            """;

    /** The serial number of an action of its grievance, and whether this was the first time that it came. */
    record Outcome(int serial, boolean first) {}

    Outcome take(String key, JsonNode body) throws SQLException {
        String registration = Posted.text(body, "registration_no");
        String complaint = Posted.text(body, "complaint_no");
        String status = Posted.text(body, "action_status");
        if (!STATUSES.contains(status)) {
            throw new Refusal(422, "action_status", "action_status is one of " + STATUSES);
        }
        String date = date(body);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                lock.execute();
            }
            Outcome outcome = kept(connection, key, body);
            if (outcome == null) {
                outcome = keep(connection, new @Nullable String[] {
                    registration, status, status, complaint, date, status, complaint, date, key, body.toString()
                });
            }
            connection.commit();
            return outcome;
        }
    }

    private static @Nullable Outcome kept(Connection connection, String key, JsonNode body) throws SQLException {
        try (PreparedStatement kept = connection.prepareStatement(KEPT)) {
            kept.setString(1, body.toString());
            kept.setString(2, key);
            try (ResultSet row = kept.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!row.getBoolean(2)) {
                    throw new Refusal(409, "key_reused", "This Idempotency-Key came before with another body");
                }
                return new Outcome(row.getInt(1), false);
            }
        }
    }

    private static Outcome keep(Connection connection, @Nullable String[] parameters) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            for (int i = 0; i < parameters.length; i++) {
                keep.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = keep.executeQuery()) {
                if (!row.next()) {
                    throw new Refusal(422, "unknown_grievance", "There is no grievance of this number");
                }
                return new Outcome(row.getInt(1), true);
            }
        }
    }

    private static @Nullable String date(JsonNode body) {
        JsonNode date = body.path("date_of_action");
        if (date.isMissingNode() || date.isNull()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(date.asText()).toString();
        } catch (DateTimeException e) {
            throw new Refusal(422, "date_of_action", "date_of_action must be a date-time with offset");
        }
    }
}
