package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Source.Paging;
import java.util.List;

/** Reads how an HTTP portal goes on after one answer: at most one way. */
final class PagingReader {

    private static final String AT = "/rest/page";
    private static final List<String> LINKS = List.of("next", "link");
    private static final List<String> COUNTS = List.of("by", "total");

    private PagingReader() {}

    static Paging read(JsonNode page, JsonNode query, String stream, Problems problems) {
        boolean counts = COUNTS.stream().anyMatch(page::has);
        if (LINKS.stream().filter(page::has).count() + (counts ? 1 : 0) > 1) {
            problems.at(AT, "more than one way of paging is given", "Give one of next:, link: or by: (with total:)");
        }
        if (page.has("next")) {
            return new Paging.Next(page.get("next").asText());
        }
        if (page.has("link")) {
            return new Paging.Link(page.get("link").asText());
        }
        if (!counts) {
            return new Paging.Once();
        }
        String word = page.path("by").asText("offset").equals("number") ? "{page}" : "{offset}";
        boolean used = false;
        for (JsonNode each : query) {
            used |= each.asText().contains(word);
        }
        if (!used) {
            problems.at(
                    stream + "/query",
                    "no parameter asks for the next page",
                    "Fill in " + word + ", or change page: in rest:");
        }
        return new Paging.Count(
                page.has("total") ? page.get("total").asText() : null,
                page.path("first").asInt(1));
    }
}
