package in.sangam.core.place;

import in.sangam.core.config.CsvFile;

/** A unit and the row of the file that says it. */
record TreeRow(Unit unit, CsvFile.Row row) {}
