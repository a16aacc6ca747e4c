package in.sangam.core.page;

import org.jspecify.annotations.Nullable;

/**
 * A word of a portal that neither a table of codes nor the directory of places knows: answered once by a person, it lets go
 * every row that waits for it.
 *
 * @param table name of the table of codes, or the level of a place such as {@code district}
 * @param word as the portal wrote it, without white space around it
 * @param within for a place: code of the place that it must lie in; null for a code, and for anywhere
 */
public record UnknownWord(String table, String word, @Nullable String within) {}
