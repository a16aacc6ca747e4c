package in.sangam.sandbox.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lok Shikayat complaints out of the 311 requests, registered and then closed, with generated hearings. */
final class Complaints {

    static final String PORTAL = "lok-shikayat";
    private static final String COMPLAINT = "lokshikayat.complaint_change (complaint_no, district_name, block_name,"
            + " subject_code, subject, public_authority, channel, complainant_name, mobile, filed_on, status,"
            + " disposed_on, order_text, changed_at)";
    private static final String HEARING = "lokshikayat.hearing_change (hearing_no, complaint_no, district_name,"
            + " block_name, public_authority, held_on, attendance, changed_at)";

    private record Subject(String code, String text, String authority) {}

    private static final Subject OTHER = new Subject("GEN-01", "अन्य परिवाद / Other complaint", "अंचल अधिकारी");
    private static final Map<String, Subject> SUBJECTS = Map.of(
            "Solid Waste",
                    new Subject("UDH-03", "कचरा एवं सफाई / Refuse and sanitation", "कार्यपालक पदाधिकारी, नगर निकाय"),
            "Transportation",
                    new Subject("RWD-01", "सड़क एवं यातायात / Roads and traffic", "कार्यपालक अभियंता, ग्रामीण कार्य"),
            "Housing", new Subject("REV-02", "भूमि एवं आवास / Land and housing", "अंचल अधिकारी"),
            "Water Wastewater",
                    new Subject("PHE-01", "पेयजल एवं नाली / Water and drains", "कार्यपालक अभियंता, पी.एच.ई.डी."),
            "BGE", new Subject("ENE-01", "बिजली आपूर्ति / Electricity supply", "सहायक विद्युत अभियंता"),
            "Finance", new Subject("FIN-01", "कर एवं भुगतान / Taxes and payments", "जिला कोषागार पदाधिकारी"),
            "Health", new Subject("HLT-01", "स्वास्थ्य सेवा / Health service", "सिविल सर्जन"),
            "Fire Department", new Subject("HOM-01", "पुलिस एवं अग्निशमन / Police and fire", "पुलिस अधीक्षक"));

    private final Shaping.Setting setting;
    private final double[] slowness;
    private final double[] entered;
    private final List<Object[]> versions = new ArrayList<>();
    private final List<Object[]> hearings = new ArrayList<>();
    private final List<Object[]> placesOf = new ArrayList<>();
    private int serial = 1_000_000;

    Complaints(Shaping.Setting setting) {
        this.setting = setting;
        this.slowness = setting.temper().slowness(PORTAL);
        this.entered = setting.temper().attendanceEntered();
    }

    /** Fills the tables and returns how much they got. */
    String fill(Connection connection) throws SQLException {
        int replays = new Replay<>(
                        PORTAL,
                        setting.seed(),
                        CityRequest.log(),
                        Shaping.REQUEST_COMPRESSION,
                        Shaping.REQUEST_HISTORY_DAYS,
                        setting.targets(PORTAL))
                .play(setting.window(), setting.places(), this::disposal, this::add);
        copyInOrder(connection, COMPLAINT, versions);
        copyInOrder(connection, HEARING, hearings);
        Shaping.copy(connection, "truth.place_of (portal, source_id, district_code, block_code)", placesOf);
        Shaping.execute(connection, Resource.sql("lok-shikayat-current.sql"));
        return "%,d complaints in %,d versions (%d replays), %,d versions of hearings"
                .formatted(serial - 1_000_000, versions.size(), replays, hearings.size());
    }

    private @Nullable Instant disposal(Replayed<CityRequest> chosen) {
        double open = chosen.source().daysOpen();
        if (Double.isNaN(open)) {
            return null;
        }
        double heard = chosen.lot("heard").between(1, 12);
        return Window.plusDays(
                chosen.start(),
                (open * Shaping.REQUEST_STRETCH + heard)
                        * slowness[chosen.district().index()]);
    }

    private void add(Replayed<CityRequest> chosen, @Nullable Instant disposed) {
        Lot lot = chosen.lot("row");
        Person person = Person.drawn(lot);
        Subject subject = SUBJECTS.getOrDefault(chosen.source().agency(), OTHER);
        String number = "BLS/" + Window.day(chosen.start()).getYear() + "/" + ++serial;
        District.Block block = lot.pick(chosen.district().blocks());
        String district = chosen.district().typed(lot);
        String blockName = block.typed(lot);
        placesOf.add(new Object[] {PORTAL, number, chosen.district().code(), block.code()});
        Object[] registered = {
            number,
            district,
            blockName,
            subject.code(),
            subject.text(),
            subject.authority(),
            channel(chosen.source().channel()),
            person.name(),
            person.mobile(),
            chosen.start(),
            "REGISTERED",
            null,
            null,
            chosen.start()
        };
        versions.add(registered);
        if (disposed != null) {
            Object[] closed = registered.clone();
            boolean rejected = chosen.lot("outcome").chance(Shaping.REJECTED);
            closed[10] = rejected ? "REJECTED" : "DISPOSED";
            closed[11] = disposed;
            closed[12] = order(person, rejected, lot);
            closed[13] = disposed;
            versions.add(closed);
        }
        hear(chosen, disposed, number, new Object[] {district, blockName, subject.authority(), block.code()});
    }

    private void hear(Replayed<CityRequest> chosen, @Nullable Instant disposed, String number, Object[] where) {
        Lot lot = chosen.lot("hearings");
        Instant until = disposed == null ? setting.window().last() : disposed;
        double days = chosen.start().until(until, ChronoUnit.SECONDS) / 86_400.0;
        int count = days > 60 ? 3 : days > 15 ? 1 + lot.below(2) : 1;
        for (int i = 1; i <= count; i++) {
            Instant held = Window.plusDays(chosen.start(), days * (i - lot.between(0.1, 0.6)) / count);
            String hearing = number + "/H" + i;
            placesOf.add(new Object[] {PORTAL, hearing, chosen.district().code(), where[3]});
            hearings.add(new Object[] {hearing, number, where[0], where[1], where[2], held, null, held});
            boolean isEntered = lot.chance(entered[chosen.district().index()]);
            Instant entry = Window.plusDays(held, lot.between(0.02, 0.5));
            if (isEntered && !entry.isAfter(setting.window().last())) {
                String attendance = lot.chance(0.8) ? "PRESENT" : "ABSENT";
                hearings.add(new Object[] {hearing, number, where[0], where[1], where[2], held, attendance, entry});
            }
        }
    }

    private static String order(Person person, boolean rejected, Lot lot) {
        String heard = "परिवादी " + person.name() + " (मो० " + person.mobile() + ") को सुना गया। ";
        String identified = lot.chance(0.3) ? "आधार " + person.groupedAadhaar() + " से पहचान की गई। " : "";
        return heard + identified + (rejected ? "परिवाद अस्वीकृत।" : "परिवाद निष्पादित।");
    }

    private static String channel(String logged) {
        return switch (logged) {
            case "Phone" -> "CALL_CENTRE";
            case "API", "Web", "Email" -> "ONLINE";
            default -> "COUNTER";
        };
    }

    /** Copies rows in the order in which they happened, so that the change number, too, grows in that order. */
    private static void copyInOrder(Connection connection, String target, List<Object[]> rows) throws SQLException {
        rows.sort(Comparator.<Object[], Instant>comparing(row -> (Instant) row[row.length - 1])
                .thenComparing(row -> (String) row[0]));
        Shaping.copy(connection, target, rows);
    }
}
