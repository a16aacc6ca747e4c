package in.sangam.kit.file;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says: text as it stands, a number in plain digits, a date in ISO 8601. A formula is never worked out: the value that the
 * workbook was saved with counts, and one saved without a value, or with an error, is a problem of its row.
 *
 * @param problem what is wrong with the cell, null when nothing is
 */
record CellText(String text, @Nullable String problem) {

    static CellText of(Cell cell) {
        if (cell.getType() == CellType.ERROR) {
            return new CellText(
                    "",
                    "holds the error " + Objects.requireNonNullElse(cell.getRawValue(), "?")
                            + ": mend it in the workbook");
        }
        String raw = Objects.requireNonNullElse(cell.getRawValue(), "");
        if (cell.getType() == CellType.FORMULA) {
            if (raw.isEmpty()) {
                return new CellText(
                        "", "holds a formula without a saved value: save the workbook in Excel and drop it again");
            }
            return raw.startsWith("#")
                    ? new CellText("", "holds the error " + raw + ": mend it in the workbook")
                    : new CellText(raw.strip(), null);
        }
        if (cell.getType() == CellType.NUMBER) {
            return new CellText(number(cell), null);
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return new CellText(cell.asBoolean().toString(), null);
        }
        return new CellText(Objects.requireNonNullElse(cell.getText(), "").strip(), null);
    }

    private static String number(Cell cell) {
        if (dated(cell.getDataFormatString())) {
            LocalDateTime moment = cell.asDate();
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        return cell.asNumber().stripTrailingZeros().toPlainString();
    }

    private static boolean dated(@Nullable String format) {
        if (format == null) {
            return false;
        }
        String letters = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]", "").toLowerCase(Locale.ROOT);
        return letters.contains("y") || letters.contains("d");
    }
}
