package in.sangam.kit.edge;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.page.PageCodec;
import in.sangam.core.page.PageHead;
import in.sangam.core.page.SourcePage;
import in.sangam.kit.Ask;
import in.sangam.kit.Stream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Cuts what one fetch brought into pages that are at most 96 KiB when encoded, so that the broker never sees a large message.
 * All pages of a fetch share its source hash and cursor range; a fetch without rows gives no page.
 */
public final class PageCutter {

    private static final int HEAD = 2 * 1024;
    private static final int ROOM = PageCodec.MAX_BYTES - HEAD;

    private PageCutter() {}

    /**
     * Cuts a fetch into pages, each with an id of its own.
     *
     * @param fetchedAt wall-clock instant at which the answer was complete
     */
    public static List<SourcePage> cut(Stream stream, Ask ask, Fetched fetched, Instant fetchedAt) {
        List<SourcePage> pages = new ArrayList<>();
        List<JsonNode> rows = new ArrayList<>();
        int bytes = 0;
        for (JsonNode each : fetched.rows()) {
            JsonNode row = each;
            int size = EncodedSize.of(row) + 1;
            if (size > ROOM) {
                row = OversizeRow.shortened(each, ROOM - 1, stream);
                size = EncodedSize.of(row) + 1;
            }
            if (bytes + size > ROOM && !rows.isEmpty()) {
                pages.add(new SourcePage(head(stream, ask, fetched, fetchedAt), rows));
                rows = new ArrayList<>();
                bytes = 0;
            }
            rows.add(row);
            bytes += size;
        }
        if (!rows.isEmpty()) {
            pages.add(new SourcePage(head(stream, ask, fetched, fetchedAt), rows));
        }
        return pages;
    }

    private static PageHead head(Stream stream, Ask ask, Fetched fetched, Instant fetchedAt) {
        return new PageHead(
                UUID.randomUUID().toString(),
                stream.portal(),
                stream.name(),
                fetched.sourceHash(),
                ask.cursor(),
                fetched.cursorTo(),
                fetchedAt,
                stream.connectorHash());
    }
}
