package in.sangam.sandbox.portal.drops;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A return as an office sends it: a workbook with its title in the first row, an empty one, and then the columns. */
final class ReturnWorkbook {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    private ReturnWorkbook() {}

    static void write(ResultSet rows, @Nullable String title, OutputStream out) throws IOException, SQLException {
        try (Workbook workbook = new Workbook(out, "Sandbox", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Return");
            int columns = rows.getMetaData().getColumnCount();
            int line = title == null ? 0 : 2;
            if (title != null) {
                sheet.value(0, 0, title);
            }
            for (int column = 0; column < columns; column++) {
                sheet.value(line, column, rows.getMetaData().getColumnLabel(column + 1));
            }
            while (rows.next()) {
                line++;
                for (int column = 0; column < columns; column++) {
                    cell(sheet, line, column, rows.getString(column + 1));
                }
            }
        }
    }

    /** Excel takes for a number what looks like one. */
    private static void cell(Worksheet sheet, int line, int column, @Nullable String text) {
        if (text != null && NUMBER.matcher(text).matches()) {
            sheet.value(line, column, new BigDecimal(text));
        } else if (text != null) {
            sheet.value(line, column, text);
        }
    }
}
