/** The page: the unit of transport. What one fetch brought, first as the portal's rows, then as canonical records. */
@NullMarked
package in.sangam.core.page;

import org.jspecify.annotations.NullMarked;
