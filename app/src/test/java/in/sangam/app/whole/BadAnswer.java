package in.sangam.app.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of {@code bad-answers.csv}: what a portal is told to do wrong, and what the hub is to say of its stream.
 *
 * @param changes new versions at the portal, which must not be lost
 * @param code countable code of the failure; empty when nothing fails
 * @param cursor {@code stays} until the portal is well, {@code moves}, or {@code none} is kept
 */
record BadAnswer(String portal, String stream, String fault, int changes, String state, String code, String cursor) {

    /** Portals that fail at a time; the others must not notice. */
    private static final int AT_A_TIME = 4;

    /** Returns all rows, those that can be tried at a time together: never two of one portal. */
    static List<List<BadAnswer>> rounds() {
        List<List<BadAnswer>> rounds = new ArrayList<>();
        for (String[] row : rows("bad-answers.csv")) {
            BadAnswer next = new BadAnswer(row[0], row[1], row[2], Integer.parseInt(row[3]), row[4], row[5], row[6]);
            List<BadAnswer> last = rounds.isEmpty() ? List.of() : rounds.get(rounds.size() - 1);
            if (last.isEmpty()
                    || last.size() == AT_A_TIME
                    || last.stream().anyMatch(each -> each.portal().equals(next.portal()))) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(rounds.size() - 1).add(next);
        }
        return rounds;
    }

    /** Returns the rows of a table below its heading. */
    static List<String[]> rows(String table) {
        try (var lines = Files.lines(Path.of("src", "test", "resources", table))) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean fails() {
        return !code.isEmpty();
    }

    @Override
    public String toString() {
        return portal + " " + fault;
    }
}
