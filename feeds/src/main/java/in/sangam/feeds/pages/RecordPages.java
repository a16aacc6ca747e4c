package in.sangam.feeds.pages;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Formula;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.Period;
import in.sangam.core.place.Place;
import in.sangam.feeds.ConnectedPortal;
import in.sangam.feeds.FeedSettings;
import in.sangam.feeds.api.Asked;
import in.sangam.feeds.api.KeyCursor;
import in.sangam.feeds.api.ParameterProblem;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.store.read.CountedRecord;
import in.sangam.store.read.RecordReader;
import in.sangam.store.read.RecordsBehind;
import in.sangam.store.read.StoredRecord;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The last two steps of the way back: the records behind a number, and one record down to the page it came from. */
@Controller
public final class RecordPages {

    private static final int ROWS = 100;

    /**
     * The records behind a number.
     *
     * @param subject a place, or a post, department or portal as measures name it
     * @param place null for a post, department or portal
     * @param ofFeeds whether the hub counts it of its feeds, so that no records stand behind it
     * @param places places of the records by code
     * @param next cursor of the following rows, null at the end
     */
    public record BehindView(
            Figures figures,
            Kpi kpi,
            String subject,
            @Nullable Place place,
            String part,
            BigDecimal number,
            boolean ofFeeds,
            boolean first,
            List<CountedRecord> records,
            Map<String, Place> places,
            @Nullable String next) {}

    /** One record. */
    public record RecordView(StoredRecord record, @Nullable ConnectedPortal portal, @Nullable Place place) {}

    private final HubConfig config;
    private final FeedSettings settings;
    private final FigureBoard board;
    private final Asked asked;
    private final RecordsBehind behind;
    private final RecordReader records;

    RecordPages(
            HubConfig config,
            FeedSettings settings,
            FigureBoard board,
            Asked asked,
            RecordsBehind behind,
            RecordReader records) {
        this.config = config;
        this.settings = settings;
        this.board = board;
        this.asked = asked;
        this.behind = behind;
        this.records = records;
    }

    @GetMapping("/records")
    ResponseEntity<String> behind(
            Page page,
            @RequestParam String kpi,
            @RequestParam String place,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "numerator") String part,
            @RequestParam(required = false) @Nullable String after) {
        Kpi of = asked.kpi(kpi);
        String where = asked.subject(place);
        Period month = asked.period(period);
        Formula formula = asked.formula(of, asked.part(part));
        Figures figures = board.at(month);
        List<CountedRecord> found =
                behind.list(formula, figures.amounts(), where, month, figures.end(), KeyCursor.read(after), ROWS);
        Map<String, Place> places = new HashMap<>();
        found.forEach(record -> {
            String code = record.place();
            if (code != null) {
                config.places().find(code).ifPresent(known -> places.put(code, known));
            }
        });
        return Templates.render(
                "behind",
                page,
                new BehindView(
                        figures,
                        of,
                        where,
                        config.places().find(where).orElse(null),
                        part,
                        figures.amount(formula, where),
                        formula.countsFeeds(),
                        after == null,
                        found,
                        places,
                        found.size() == ROWS
                                ? KeyCursor.write(found.get(ROWS - 1).key())
                                : null));
    }

    @GetMapping("/records/{portal}/{stream}/{*sourceId}")
    ResponseEntity<String> record(
            Page page, @PathVariable String portal, @PathVariable String stream, @PathVariable String sourceId) {
        StoredRecord record = records.find(portal, stream, sourceId.substring(1))
                .orElseThrow(() -> ParameterProblem.missing(
                        "sourceId",
                        "There is no record " + sourceId.substring(1) + " in stream " + stream + " of portal " + portal
                                + "."));
        ConnectedPortal connected = settings.portals().get().stream()
                .filter(each -> each.portal().equals(portal))
                .findFirst()
                .orElse(null);
        String code = record.place();
        Place place = code == null ? null : config.places().find(code).orElse(null);
        return Templates.render("record", page, new RecordView(record, connected, place));
    }
}
