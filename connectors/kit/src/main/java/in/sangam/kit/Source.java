package in.sangam.kit;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a stream asks its portal, in the words of its transport. Values are bound or encoded here, never concatenated by a route. */
public sealed interface Source {

    /** Returns the largest number of rows that one answer brings. */
    int size();

    /** Tells whether the portal says how many rows a poll must bring, so that only its end proves that none is missing. */
    default boolean counted() {
        return false;
    }

    /**
     * Returns the ask behind one whose answer cannot be read; null when only that answer could tell how to go on: then a
     * stream with a cursor can go on from a later one.
     */
    default @Nullable Ask behind(Ask ask) {
        return null;
    }

    /**
     * JSON or XML over HTTP: GET.
     *
     * @param query parameters; a value may hold {@code {cursor}}, {@code {today}}, {@code {offset}}, {@code {page}} and
     *     {@code {size}}
     * @param records path of the rows in the answer; of XML the local name of the element that is a row
     * @param root local name of the element without which an answer in XML is none; null for JSON
     */
    record RestSource(
            String url, Map<String, String> query, Paging paging, String records, @Nullable String root, int size)
            implements Source {

        /** Returns the address of an ask; that of a next link is the portal's own, of the same origin. */
        public URI address(Ask ask) {
            int firstPage = paging instanceof Paging.Count count ? count.firstPage() : 1;
            return new Address(url, query, size, firstPage).of(ask);
        }

        @Override
        public boolean counted() {
            return paging instanceof Paging.Count count && count.total() != null;
        }

        /** Where pages are counted, and of a size that the portal was asked for, the rows of the answer are known by their number. */
        @Override
        public @Nullable Ask behind(Ask ask) {
            boolean sized = query.values().stream().anyMatch(value -> value.contains("{size}"));
            return paging instanceof Paging.Count && sized ? ask.onward(size, null) : null;
        }
    }

    /** How an HTTP portal goes on after one answer. */
    sealed interface Paging {
        /** The answer is all there is. */
        record Once() implements Paging {}

        /** The answer names the URL of the next, or null at the end. */
        record Next(String path) implements Paging {}

        /** The header {@code Link} (RFC 8288) of the answer names the URL of the next by a relation. */
        record Link(String relation) implements Paging {}

        /**
         * The next request skips the rows or pages read, until the rows are as many as the answer says, or, where it says
         * nothing, until an answer brings none.
         *
         * @param total path of the number of all rows, null where the portal does not tell it
         * @param firstPage number of the first page, for {@code {page}}
         */
        record Count(@Nullable String total, int firstPage) implements Paging {}
    }

    /**
     * A SOAP operation.
     *
     * @param element local name of the request element
     * @param request child elements of the request in order; values as in a query, and {@code {token}}; without a value left out
     * @param response local name of the response element, without which an answer is none
     * @param records local name of the element that is a row
     * @param next local name of the element that holds the token to continue with, absent at the end
     */
    record SoapSource(
            String namespace,
            String operation,
            String element,
            Map<String, String> request,
            String response,
            String records,
            @Nullable String next,
            int size)
            implements Source {

        /** Returns the payload of the SOAP body. */
        public String payload(Ask ask) {
            return SoapRequest.of(this, ask);
        }
    }

    /**
     * Files of a drop folder.
     *
     * @param files pattern of their names, e.g. {@code offline-*.csv}
     * @param records local name of the element that is a row; for XML alone
     * @param sheet name of the sheet; for a workbook alone, null for its first
     * @param header line that names the columns, 1 for the first
     */
    record FileSource(
            String files,
            FileFormat format,
            Charset charset,
            char delimiter,
            @Nullable String records,
            @Nullable String sheet,
            int header,
            int size)
            implements Source {

        /** Files stand alone: the others are read whatever one of them holds. */
        @Override
        public Ask behind(Ask ask) {
            return ask;
        }
    }

    /**
     * Pages in JSON that the portal sends when it likes.
     *
     * @param records path of the rows in a page
     */
    record PushSource(String records, int size) implements Source {}

    /**
     * Messages of a queue.
     *
     * @param records path of the rows in a message, or of XML the local name of the element that is a row; null where a message
     *     is one row, or a list of rows
     * @param root local name of the element without which a message in XML is none; null for JSON
     * @param size most messages taken at a time
     */
    record JmsSource(String queue, @Nullable String records, @Nullable String root, int size) implements Source {

        /** Messages stand alone: the others are read whatever one of them holds. */
        @Override
        public Ask behind(Ask ask) {
            return ask;
        }
    }

    /** What a dropped file is written in. */
    enum FileFormat {
        CSV,
        XLSX,
        XML
    }

    /**
     * An SQL query with the named parameters {@code :cursor}, {@code :key} and {@code :limit}.
     *
     * @param query as the manifest has it
     */
    record SqlSource(NamedQuery query, int size, @Nullable Cursor cursor) implements Source {

        /** Returns the value of each parameter for an ask: Long, Integer, String, LocalDate or OffsetDateTime. */
        public Map<String, Object> values(Ask ask) {
            return query.values(ask, cursor, size);
        }

        /** Returns the parameter names in the order of appearance. */
        public List<String> parameters() {
            return query.parameters();
        }
    }
}
