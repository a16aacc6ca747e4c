package in.sangam.sandbox.portal.grievance;

import in.sangam.sandbox.home.Tables;
import in.sangam.sandbox.portal.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Complaints that were filed from another portal: one for each number there, however often it is filed. */
record Filings(Tables tables) {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('sandbox changes'))";
    private static final String KNOWN =
            "select complaint_no, origin_no from lokshikayat.filing where idempotency_key = ? or origin_no = ?";
    private static final String GRIEVANCE =
            """
            select complainant_name, mobile, district.name_en,
                   (select value from truth.setting where name = 'as-of') as as_of
            from cpgrams.grievance_version
            left join truth.place as district on level = 'district' and code = ?
            where registration_no = ? order by last_updated desc limit 1
            """;
    private static final String FILE =
            """
            with clock as (
                select newest + greatest(interval '1 microsecond',
                           least(interval '1 millisecond', (?::timestamptz - newest) / 1000)) as now
                from (select greatest((select max(changed_at) from lokshikayat.complaint_change),
                                      (select max(changed_at) from lokshikayat.hearing_change)) as newest) as version
            ),
            numbered as (
                select now, 'BLS/' || extract(year from now at time zone 'Asia/Kolkata') || '/'
                            || (select max(split_part(complaint_no, '/', 3)::bigint) + 1 from lokshikayat.complaint) as no
                from clock
            ),
            filed as (
                insert into lokshikayat.filing (idempotency_key, origin_no, complaint_no, filed_on)
                select ?, ?, no, now from numbered
            ),
            placed as (
                insert into truth.place_of select 'lok-shikayat', no, ?, null from numbered
            ),
            current as (
                insert into lokshikayat.complaint (complaint_no, district_name, subject_code, subject, public_authority,
                    channel, complainant_name, mobile, filed_on, status, changed_at, origin_no)
                select no, ?, 'CEN-01', 'केन्द्रीय पोर्टल से / From the central portal', 'लोक शिकायत निवारण पदाधिकारी',
                       'CENTRAL', ?, ?, now, 'REGISTERED', now, ?
                from numbered
                returning *
            )
            insert into lokshikayat.complaint_change (complaint_no, district_name, subject_code, subject, public_authority,
                channel, complainant_name, mobile, filed_on, status, changed_at, origin_no)
            select complaint_no, district_name, subject_code, subject, public_authority,
                channel, complainant_name, mobile, filed_on, status, changed_at, origin_no
            from current
            returning complaint_no
            """;

    /** A complaint that came from another portal. */
    record Filing(String complaintNo, String originNo, OffsetDateTime filedOn) {}

    /** The number of the complaint, and whether this was the first time that it was filed. */
    record Outcome(String complaintNo, boolean first) {}

    private record Grievance(String name, String mobile, String district, String asOf) {}

    List<Filing> all() throws SQLException {
        List<Filing> filings = new ArrayList<>();
        try (Connection connection = tables.lokShikayat().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select complaint_no, origin_no, filed_on from lokshikayat.filing order by filed_on");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                filings.add(new Filing(row.getString(1), row.getString(2), row.getObject(3, OffsetDateTime.class)));
            }
        }
        return filings;
    }

    Outcome file(String key, String originNo, String districtCode) throws SQLException {
        Grievance grievance = grievance(originNo, districtCode);
        try (Connection connection = tables.lokShikayat().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                lock.execute();
            }
            Outcome outcome = known(connection, key, originNo);
            if (outcome == null) {
                outcome = new Outcome(file(connection, key, originNo, districtCode, grievance), true);
            }
            connection.commit();
            return outcome;
        }
    }

    private static @Nullable Outcome known(Connection connection, String key, String originNo) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement(KNOWN)) {
            known.setString(1, key);
            known.setString(2, originNo);
            try (ResultSet row = known.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!row.getString(2).equals(originNo)) {
                    throw new Refusal(409, "key_reused", "This Idempotency-Key came before for another number");
                }
                return new Outcome(row.getString(1), false);
            }
        }
    }

    private Grievance grievance(String originNo, String districtCode) throws SQLException {
        try (Connection connection = tables.portals().getConnection();
                PreparedStatement select = connection.prepareStatement(GRIEVANCE)) {
            select.setString(1, districtCode);
            select.setString(2, originNo);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new Refusal(422, "unknown_origin", "No portal has a case of this number");
                }
                if (row.getString(3) == null) {
                    throw new Refusal(422, "unknown_district", "No district has this LGD code");
                }
                return new Grievance(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
            }
        }
    }

    private static String file(
            Connection connection, String key, String originNo, String districtCode, Grievance grievance)
            throws SQLException {
        try (PreparedStatement file = connection.prepareStatement(FILE)) {
            String[] parameters = {
                grievance.asOf(),
                key,
                originNo,
                districtCode,
                grievance.district(),
                grievance.name(),
                grievance.mobile(),
                originNo
            };
            for (int i = 0; i < parameters.length; i++) {
                file.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = file.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
