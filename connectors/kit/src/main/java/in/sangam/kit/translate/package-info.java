/** The Message Translator: from a portal's row to the draft of a canonical record, and the Normalizer around it. */
@NullMarked
package in.sangam.kit.translate;

import org.jspecify.annotations.NullMarked;
