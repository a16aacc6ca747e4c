/** What operators edit: read with file and line, all errors of a start told together. */
@NullMarked
package in.sangam.core.config;

import org.jspecify.annotations.NullMarked;
