package in.sangam.store;

import javax.sql.DataSource;

/** Adds the deltas of stored pages to the measure table and numbers the changes; one folder works at a time. */
public final class DeltaFolder {

    private final DataSource database;

    public DeltaFolder(DataSource database) {
        this.database = database;
    }

    /** Folds what is there and returns the number of pages folded; 0 when nothing waits or another folder works. */
    public int fold() {
        throw new UnsupportedOperationException(database.toString());
    }
}
