package in.sangam.core.place;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.Objects;

/** Writes the units of a departmental tree as a CSV table, each by the code that records and addresses know it by. */
public final class TreeTable {

    private final DepartmentTrees trees;

    /** Takes the trees that may be asked for. */
    public TreeTable(DepartmentTrees trees) {
        this.trees = trees;
    }

    /** Writes every row of a tree, of whatever days, level by level from the top. */
    public void write(String tree, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord("place", "level", "name_en", "name_hi", "parent", "covers", "from", "to");
        for (String level : trees.levels(tree)) {
            trees.units(tree).stream()
                    .filter(unit -> unit.level().equals(level))
                    .forEach(unit -> csv.writeRecord(
                            unit.place(),
                            unit.level(),
                            unit.nameEn(),
                            Objects.requireNonNullElse(unit.nameHi(), ""),
                            Objects.requireNonNullElse(unit.parentPlace(), ""),
                            String.join(" ", unit.covers()),
                            Objects.toString(unit.from(), ""),
                            Objects.toString(unit.to(), "")));
        }
        csv.flush();
    }
}
