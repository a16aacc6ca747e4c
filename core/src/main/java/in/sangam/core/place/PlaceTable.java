package in.sangam.core.place;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/** Resolves a CSV table of names: {@code name,level,within} in, the same with {@code code,confidence,decision} added out. */
public final class PlaceTable {

    /** Takes the resolver that the normaliser uses too. */
    public PlaceTable(PlaceNames names) {}

    /**
     * Reads to the end and writes one row for each row read, in order.
     *
     * @return the number of rows resolved or asked about
     * @throws IllegalArgumentException with the line when the table is not of this form
     */
    public int resolve(Reader in, Writer out) throws IOException {
        throw new UnsupportedOperationException("Being written: " + in + out);
    }
}
