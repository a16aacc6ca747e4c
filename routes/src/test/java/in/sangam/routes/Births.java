package in.sangam.routes;

import in.sangam.routes.Portal.Answer;
import in.sangam.routes.Portal.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A register of births with next links: every version is a row, in the order of change. */
final class Births {

    static final int PAGE = 3;
    private final List<String> rows = new ArrayList<>();
    private final Supplier<String> url;

    Births(Supplier<String> url) {
        this.url = url;
    }

    /** Adds one version: {@code changed} is the time of day on 2 October 2026. */
    synchronized void add(String no, String changed, String status) {
        add(no, changed, status, "Patna");
    }

    synchronized void add(String no, String changed, String status, String district) {
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
                : 0;
        int to = Math.min(rows.size(), from + PAGE);
        String next = to < rows.size() ? "\"" + url.get() + "/entries?from=" + to + "\"" : "null";
        return Answer.json("{\"data\":[" + String.join(",", rows.subList(from, to)) + "],\"next\":" + next + "}");
    }
}
