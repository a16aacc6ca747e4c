package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Source.FileFormat;
import in.sangam.kit.Source.FileSource;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Reads which files a stream takes and how they are written. */
final class FileSourceReader {

    private static final int SIZE = 2000;

    private FileSourceReader() {}

    static FileSource read(JsonNode transport, JsonNode stream, String at, Problems problems) {
        SourceReader.needed(stream, at, List.of("files"), problems);
        String files = stream.path("files").asText();
        FileFormat format =
                FileFormat.valueOf(stream.path("format").asText(usual(files)).toUpperCase(Locale.ROOT));
        if (format == FileFormat.XML) {
            SourceReader.needed(stream, at, List.of("records"), problems);
        }
        return new FileSource(
                files,
                format,
                stream.path("charset").asText().equals("windows-1252")
                        ? Charset.forName("windows-1252")
                        : StandardCharsets.UTF_8,
                delimiter(stream.path("delimiter").asText(",")),
                stream.has("records") ? stream.get("records").asText() : null,
                stream.has("sheet") ? stream.get("sheet").asText() : null,
                stream.path("header").asInt(1),
                stream.path("size").asInt(transport.path("size").asInt(SIZE)));
    }

    private static String usual(String files) {
        String ending = files.substring(files.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ending.equals("xlsx") || ending.equals("xml") ? ending : "csv";
    }

    private static char delimiter(String declared) {
        return declared.equals("tab") ? '\t' : declared.charAt(0);
    }
}
