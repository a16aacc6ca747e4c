package in.sangam.sandbox.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** RTPS applications out of the permit log: submitted, complete, under process, disposed or rejected. */
final class Applications {

    static final String PORTAL = "rtps";
    private static final String COLUMNS = "rtps.application_version (application_no, service_code, service_name, mode,"
            + " channel, district, block, applicant_name, father_name, mobile, aadhaar, submitted_at, completed_at,"
            + " status, disposed_at, due_date, updated_at, district_code, block_code)";

    private record Service(String code, String name, int weight, boolean tatkal) {}

    private static final List<Service> SERVICES = List.of(
            new Service("BICCO", "आय प्रमाण-पत्र / Income Certificate", 29, true),
            new Service("BCCCO", "जाति प्रमाण-पत्र / Caste Certificate", 26, true),
            new Service("BRCCO", "आवासीय प्रमाण-पत्र / Residence Certificate", 26, true),
            new Service("NCLCO", "नॉन क्रीमी लेयर प्रमाण-पत्र / NCL Certificate", 8, false),
            new Service("EWSXX", "EWS Certificate", 6, false),
            new Service("BOBCO", "OBC Certificate (Government of India)", 5, false));

    private final Shaping.Setting setting;
    private final double[] slowness;
    private final OfficeCalendar calendar = new OfficeCalendar();
    private int serial = 1_000_000;

    Applications(Shaping.Setting setting) {
        this.setting = setting;
        this.slowness = setting.temper().slowness(PORTAL);
    }

    /** Fills the table and returns how many cases and versions it got. */
    String fill(Connection connection) throws SQLException {
        Window window = setting.window();
        try (CopyRows rows = new CopyRows(connection, COLUMNS)) {
            int replays = new Replay<>(
                            PORTAL,
                            setting.seed(),
                            PermitCase.log(),
                            Shaping.LOG_COMPRESSION,
                            Shaping.RTPS_HISTORY_DAYS,
                            setting.targets(PORTAL))
                    .play(window, setting.places(), this::disposal, (chosen, disposed) -> add(rows, chosen, disposed));
            return "%,d applications in %,d versions (%d replays)".formatted(serial - 1_000_000, rows.rows(), replays);
        }
    }

    private @Nullable Instant disposal(Replayed<PermitCase> chosen) {
        double disposal = chosen.source().disposal();
        // A case that ends in the instant it starts still has a version before its disposal.
        return Double.isNaN(disposal) ? null : at(chosen, disposal).plus(1, ChronoUnit.MICROS);
    }

    private void add(CopyRows rows, Replayed<PermitCase> chosen, @Nullable Instant disposed) throws SQLException {
        Window window = setting.window();
        Lot lot = chosen.lot("row");
        Person person = Person.drawn(lot);
        Service service = service(chosen);
        String number = service.code() + "/" + Window.day(chosen.start()).getYear() + "/" + ++serial;
        District.Block block = lot.pick(chosen.district().blocks());
        String districtName = chosen.district().typed(lot);
        String blockName = block.typed(lot);
        PermitCase source = chosen.source();
        boolean rejected = chosen.lot("outcome").chance(Shaping.REJECTED);
        Instant complete = at(chosen, source.complete());
        TreeSet<Instant> changes = new TreeSet<>(List.of(chosen.start()));
        changes.add(complete);
        processing(chosen, lot).ifPresent(changes::add);
        changes.removeIf(change -> change.isAfter(disposed == null ? window.last() : disposed));
        if (disposed != null) {
            changes.add(disposed);
        }
        LocalDate due = calendar.workingDaysAfter(Window.day(complete), tatkal(chosen) ? 2 : 10);
        for (Instant change : changes) {
            boolean isComplete = !change.isBefore(complete);
            boolean isDisposed = change.equals(disposed);
            String status =
                    isDisposed ? (rejected ? "REJECTED" : "DISPOSED") : (isComplete ? "UNDER_PROCESS" : "SUBMITTED");
            rows.add(
                    number,
                    service.code(),
                    service.name(),
                    tatkal(chosen) ? "TATKAL" : "NORMAL",
                    channel(source.channel()),
                    districtName,
                    blockName,
                    person.name(),
                    person.father(),
                    person.mobile(),
                    person.aadhaar(),
                    chosen.start(),
                    isComplete ? complete : null,
                    status,
                    isDisposed ? disposed : null,
                    isComplete ? due : null,
                    change,
                    chosen.district().code(),
                    block.code());
        }
    }

    /** Returns one event of the log between completion and end, for most cases: more would only repeat themselves. */
    private Optional<Instant> processing(Replayed<PermitCase> chosen, Lot lot) {
        List<Double> later = chosen.source().events().stream()
                .filter(event -> event > chosen.source().complete())
                .toList();
        return later.isEmpty() || lot.chance(0.3) ? Optional.empty() : Optional.of(at(chosen, lot.pick(later)));
    }

    private Instant at(Replayed<PermitCase> chosen, double days) {
        double stretch = slowness[chosen.district().index()] / Shaping.LOG_COMPRESSION;
        return Window.plusDays(chosen.start(), days * (tatkal(chosen) ? stretch * Shaping.TATKAL_HASTE : stretch));
    }

    private static boolean tatkal(Replayed<PermitCase> chosen) {
        return service(chosen).tatkal() && chosen.lot("mode").chance(Shaping.TATKAL);
    }

    private static Service service(Replayed<PermitCase> chosen) {
        int drawn = chosen.lot("service").below(100);
        for (Service service : SERVICES) {
            drawn -= service.weight();
            if (drawn < 0) {
                return service;
            }
        }
        throw new IllegalStateException("The weights of the services do not add up to 100");
    }

    private static String channel(String logged) {
        return switch (logged) {
            case "Internet" -> "ONLINE";
            case "Desk" -> "COUNTER";
            default -> "KIOSK";
        };
    }
}
