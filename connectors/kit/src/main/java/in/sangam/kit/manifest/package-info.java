/** Reading {@code connector.yaml}: the schema, the lines that errors name, and the model made of it. */
@NullMarked
package in.sangam.kit.manifest;

import org.jspecify.annotations.NullMarked;
