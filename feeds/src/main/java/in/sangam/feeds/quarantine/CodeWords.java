package in.sangam.feeds.quarantine;

import java.util.SortedSet;

/** The hub's words that a code of a portal may mean. The program that knows the connectors provides it. */
@FunctionalInterface
public interface CodeWords {

    /** Returns the words of a table of codes as its connector declares it now; empty when there is no such table. */
    SortedSet<String> of(String portal, String stream, String table);
}
