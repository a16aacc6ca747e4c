/** Dropped files as rows: CSV, XLSX and XML, read as streams so that memory stays flat. */
@NullMarked
package in.sangam.kit.file;

import org.jspecify.annotations.NullMarked;
