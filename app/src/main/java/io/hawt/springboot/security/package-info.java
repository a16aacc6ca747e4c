/** One class that Hawtio looks up by its name here; everything else of Hawtio stays in its own jars. */
@NullMarked
package io.hawt.springboot.security;

import org.jspecify.annotations.NullMarked;
