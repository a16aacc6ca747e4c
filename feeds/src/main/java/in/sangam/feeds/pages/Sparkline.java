package in.sangam.feeds.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A small line of marks by month, drawn in a box of fixed size; the height is at least two marks, so that noise looks small. */
public final class Sparkline {

    public static final int WIDTH = 92;
    public static final int HEIGHT = 22;
    private static final double EDGE = 3;
    private static final double LEAST_RANGE = 2;

    private record Point(double x, double y) {}

    private final List<Point> points;

    private Sparkline(List<Point> points) {
        this.points = points;
    }

    /** Draws marks, the oldest first; a month without a mark is passed over. */
    public static Sparkline of(List<@Nullable BigDecimal> marks) {
        List<BigDecimal> known = marks.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        double low = known.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        double high = known.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        double widened = Math.max(0, LEAST_RANGE - (high - low)) / 2;
        double range = high - low + 2 * widened;
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            BigDecimal mark = marks.get(i);
            if (mark != null) {
                double x = EDGE + i * (WIDTH - 2 * EDGE) / Math.max(1, marks.size() - 1);
                double y = HEIGHT - EDGE - (mark.doubleValue() - low + widened) / range * (HEIGHT - 2 * EDGE);
                points.add(new Point(x, y));
            }
        }
        return new Sparkline(points);
    }

    /** Returns whether there is a line to draw. */
    public boolean drawn() {
        return points.size() > 1;
    }

    /** Returns the points for an SVG polyline. */
    public String line() {
        return points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x, point.y))
                .collect(Collectors.joining(" "));
    }

    /** Returns x of the last point. */
    public String lastX() {
        return String.format(Locale.ROOT, "%.1f", points.get(points.size() - 1).x);
    }

    /** Returns y of the last point. */
    public String lastY() {
        return String.format(Locale.ROOT, "%.1f", points.get(points.size() - 1).y);
    }
}
