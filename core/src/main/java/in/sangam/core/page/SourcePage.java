package in.sangam.core.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A page as it leaves the edge: the portal's rows with personal fields already masked. At most 96 KiB when encoded. */
public record SourcePage(PageHead head, List<JsonNode> rows) {}
