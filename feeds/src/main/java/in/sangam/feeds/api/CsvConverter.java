package in.sangam.feeds.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes a listing as CSV (RFC 4180, UTF-8, a header row). */
final class CsvConverter extends AbstractHttpMessageConverter<Listing<?>> {

    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    CsvConverter() {
        super(CSV);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Listing.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Listing<?> readInternal(Class<? extends Listing<?>> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("A listing is only written", input);
    }

    @Override
    protected void writeInternal(Listing<?> listing, HttpOutputMessage output) throws IOException {
        ListingHeaders.put(listing, output.getHeaders());
        Sheet sheet = Sheet.of(listing.data());
        try (CsvWriter csv =
                CsvWriter.builder().build(new OutputStreamWriter(output.getBody(), StandardCharsets.UTF_8))) {
            csv.writeRecord(sheet.columns());
            for (List<@Nullable Object> row : sheet.rows()) {
                csv.writeRecord(row.stream().map(CsvConverter::text).toList());
            }
        }
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
    }
}
