package in.sangam.feeds.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;

/** Writes a listing as one worksheet of an XLSX file; numbers are numbers, everything else is text. */
final class XlsxConverter extends AbstractHttpMessageConverter<Listing<?>> {

    static final MediaType XLSX = new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** A spreadsheet keeps 15 digits: a longer number stays text. */
    private static final int EXACT_DIGITS = 15;

    XlsxConverter() {
        super(XLSX);
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
        if (callerHas(sheet)) {
            return;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(whole, "Sangam", "1.0")) {
            Worksheet page = book.newWorksheet("Sangam");
            for (int column = 0; column < sheet.columns().size(); column++) {
                page.value(0, column, sheet.columns().get(column));
                page.style(0, column).bold().set();
            }
            for (int row = 0; row < sheet.rows().size(); row++) {
                write(page, row + 1, sheet.rows().get(row));
            }
            page.freezePane(0, 1);
        }
        whole.writeTo(output.getBody());
    }

    /** The file holds the second in which it was made: the ETag is that of its cells, not of its bytes. */
    private static boolean callerHas(Sheet sheet) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                && new ServletWebRequest(now.getRequest(), now.getResponse())
                        .checkNotModified('"' + sheet.hash() + '"');
    }

    private static void write(Worksheet page, int row, List<@Nullable Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof BigDecimal number && number.precision() <= EXACT_DIGITS) {
                page.value(row, column, number);
            } else if (cell != null) {
                page.value(row, column, cell instanceof BigDecimal number ? number.toPlainString() : cell.toString());
            }
        }
    }
}
