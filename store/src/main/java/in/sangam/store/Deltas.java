package in.sangam.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What changes in the measures: new minus old contributions, one amount per cell. A cell is named as in the codec. */
final class Deltas {

    private static final BigDecimal MINUS_ONE = BigDecimal.ONE.negate();

    private final Map<String, BigDecimal> cells = new HashMap<>();

    void add(String contributions) {
        each(contributions, false);
    }

    void add(String cell, BigDecimal amount) {
        cells.merge(cell, amount, BigDecimal::add);
    }

    private void subtract(String contributions) {
        each(contributions, true);
    }

    void replace(String old, String fresh) {
        if (!old.equals(fresh)) {
            subtract(old);
            add(fresh);
        }
    }

    /** Returns how many cells there are, also of those that add up to nothing. */
    int size() {
        return cells.size();
    }

    /** Returns the amounts by cell, without those that add up to nothing. */
    Map<String, BigDecimal> cells() {
        cells.values().removeIf(amount -> amount.signum() == 0);
        return cells;
    }

    /** Returns the measures in which something changes. */
    SortedSet<String> measures() {
        SortedSet<String> measures = new TreeSet<>();
        cells().keySet().forEach(cell -> measures.add(ContributionCodec.parts(cell)[0]));
        return measures;
    }

    /** Binds measures, subjects, services, days and amounts as five arrays from a parameter on; returns the next one. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        Map<String, BigDecimal> left = cells();
        String[][] columns = new String[5][left.size()];
        int row = 0;
        for (Map.Entry<String, BigDecimal> cell : left.entrySet()) {
            String[] parts = ContributionCodec.parts(cell.getKey());
            for (int column = 0; column < 4; column++) {
                columns[column][row] = parts[column];
            }
            columns[4][row++] = ContributionCodec.plain(cell.getValue());
        }
        Connection connection = statement.getConnection();
        int parameter = first;
        for (String[] column : columns) {
            statement.setArray(parameter++, connection.createArrayOf("text", column));
        }
        return parameter;
    }

    private void each(String contributions, boolean negated) {
        for (int start = 0; start < contributions.length(); ) {
            int end = contributions.indexOf('\n', start);
            int last = contributions.lastIndexOf('\t', end);
            BigDecimal amount = amount(contributions.substring(last + 1, end));
            add(contributions.substring(start, last), negated ? amount.negate() : amount);
            start = end + 1;
        }
    }

    private static BigDecimal amount(String text) {
        return switch (text) {
            case "1" -> BigDecimal.ONE;
            case "-1" -> MINUS_ONE;
            default -> new BigDecimal(text);
        };
    }
}
