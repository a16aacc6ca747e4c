package in.sangam.sandbox.control;

import in.sangam.sandbox.control.FaultSwitch.FaultyRow;
import in.sangam.sandbox.control.FaultSwitch.Setting;
import in.sangam.sandbox.home.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The fault switches of all portals. They are forgotten when the sandbox stops; the faulty rows that were ever added
 * stay listed in {@code truth.faulty}, which the ledger leaves out of its counts.
 */
public final class Faults {

    /** A complaint like the newest good one, but for its number and what is wrong with it. */
    private static final String ADD_COMPLAINT =
            """
            insert into lokshikayat.complaint_change (complaint_no, district_name, block_name, subject_code, subject,
                public_authority, channel, complainant_name, mobile, filed_on, status, disposed_on, order_text, changed_at)
            select ?, coalesce(?, district_name), block_name, subject_code, subject,
                public_authority, channel, complainant_name, mobile, filed_on, coalesce(?, status), disposed_on,
                order_text, changed_at
            from lokshikayat.complaint_change
            where complaint_no <> '' and complaint_no not like 'FAULT/%'
            order by change_no desc limit 1
            """;

    private static final String LIST_ROW =
            "insert into truth.faulty (portal, stream, source_id, fault) values (?, ?, ?, ?) on conflict do nothing";

    private final Tables tables;
    private final Map<Portal, FaultSwitch> switches = new EnumMap<>(Portal.class);

    public Faults(Tables tables) {
        this.tables = tables;
        for (Portal portal : Portal.values()) {
            switches.put(portal, new FaultSwitch());
        }
    }

    /** Returns the switch of a portal. */
    @SuppressWarnings("NullAway") // every portal has one
    public FaultSwitch of(Portal portal) {
        return switches.get(portal);
    }

    /** Returns the wrong value of a faulty row: a district, a status or a date that nobody can understand. */
    public static String wrongValue(Fault fault) {
        return switch (fault) {
            case UNKNOWN_DISTRICT -> "Atlantis";
            case UNKNOWN_STATUS -> "PONDERED";
            case ODD_DATE -> "31/10/26 6 PM";
            default -> throw new IllegalArgumentException(fault + " spoils no value of a row");
        };
    }

    void set(Portal portal, Setting setting) throws SQLException {
        if (setting.fault().addsRows()) {
            addRows(portal, setting.fault(), Math.max(1, setting.times()));
        } else {
            of(portal).set(setting);
        }
    }

    private void addRows(Portal portal, Fault fault, int count) throws SQLException {
        try (Connection connection = tables.portals().getConnection()) {
            for (int i = 0; i < count; i++) {
                String sourceId = fault == Fault.MISSING_KEY ? "" : nextSourceId(connection);
                try (var list = connection.prepareStatement(LIST_ROW)) {
                    list.setString(1, portal.word());
                    list.setString(2, portal.stream());
                    list.setString(3, sourceId);
                    list.setString(4, fault.word());
                    list.executeUpdate();
                }
                if (portal == Portal.LOK_SHIKAYAT) {
                    addComplaint(fault, sourceId);
                } else {
                    of(portal).add(new FaultyRow(fault, sourceId));
                }
            }
        }
    }

    private static String nextSourceId(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select count(*) + 1 from truth.faulty");
                var row = query.executeQuery()) {
            row.next();
            return "FAULT/2026/" + row.getInt(1);
        }
    }

    private void addComplaint(Fault fault, String complaintNo) throws SQLException {
        try (Connection connection = tables.lokShikayat().getConnection();
                var insert = connection.prepareStatement(ADD_COMPLAINT)) {
            insert.setString(1, complaintNo);
            insert.setString(2, fault == Fault.UNKNOWN_DISTRICT ? wrongValue(fault) : null);
            insert.setString(3, fault == Fault.UNKNOWN_STATUS ? wrongValue(fault) : null);
            insert.executeUpdate();
        }
    }
}
