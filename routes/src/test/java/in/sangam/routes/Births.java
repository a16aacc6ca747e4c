package in.sangam.routes;

import in.sangam.routes.Portal.Answer;
import in.sangam.routes.Portal.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A register of births with next links: every version is a row, in the order of change. */
final class Births {

    static final int PAGE = 3;
    private final List<String> rows = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final Supplier<String> url;
    private boolean fromTheCursor;

    Births(Supplier<String> url) {
        this.url = url;
    }

    /** Serves a poll from its cursor on, where rows come in the order of change; else every poll gets all there is. */
    Births fromTheCursor() {
        fromTheCursor = true;
        return this;
    }

    /** Adds one version: {@code changed} is the time of day on 2 October 2026. */
    synchronized void add(String no, String changed, String status) {
        add(no, changed, status, "Patna");
    }

    synchronized void add(String no, String changed, String status, String district) {
        changes.add("2026-10-02T" + changed + "+05:30");
        rows.add(("{'no':'%s','name':'Sita Devi','mobile':'9876543210','district':'%s','registered':'2026-10-01',"
                        + "'status':'%s','closed':%s,'changed':'2026-10-02T%s+05:30'}")
                .formatted(no, district, status, status.equals("CLOSED") ? "'2026-10-02'" : "null", changed)
                .replace('\'', '"'));
    }

    synchronized Answer answer(Request request) {
        if (!request.header("Authorization").equals("Bearer right")) {
            return Answer.of(401);
        }
        int from = request.query().contains("from=")
                ? Integer.parseInt(request.query().replaceAll(".*from=", ""))
                : first(request.query());
        int to = Math.min(rows.size(), from + PAGE);
        String next = to < rows.size() ? "\"" + url.get() + "/entries?from=" + to + "\"" : "null";
        return Answer.json("{\"data\":[" + String.join(",", rows.subList(from, to)) + "],\"next\":" + next + "}");
    }

    private int first(String query) {
        String since = URLDecoder.decode(query.replaceAll(".*since=([^&]*).*", "$1"), StandardCharsets.UTF_8);
        if (!fromTheCursor || !since.contains("T")) {
            return 0;
        }
        // A plus sign may stand in a query as it is, where a form would read a blank.
        OffsetDateTime cursor = OffsetDateTime.parse(since.replace(' ', '+'));
        int first = changes.size();
        while (first > 0 && !OffsetDateTime.parse(changes.get(first - 1)).isBefore(cursor)) {
            first--;
        }
        return first;
    }
}
