/**
 * What the hub is measured against, each a program of its own on the hub's libraries: they fetch the same portal, write into
 * the same PostgreSQL with the same settings and count the same measures. Nothing of the product uses them.
 */
@NullMarked
package in.sangam.bench.contenders;

import org.jspecify.annotations.NullMarked;
