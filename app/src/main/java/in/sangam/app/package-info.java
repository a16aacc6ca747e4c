/** The hub as a program: the command line, the wiring of the modules, security and the Hawtio console. */
@NullMarked
package in.sangam.app;

import org.jspecify.annotations.NullMarked;
