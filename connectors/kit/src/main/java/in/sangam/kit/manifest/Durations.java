package in.sangam.kit.manifest;

import in.sangam.kit.Rate;
import java.time.Duration;

/** Durations, rates and sizes as manifests write them; the schema has checked their form. */
final class Durations {

    private Durations() {}

    static Duration of(String text) {
        String unit = text.replaceAll("[0-9]", "");
        long count = Long.parseLong(text.substring(0, text.length() - unit.length()));
        return switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> throw new IllegalArgumentException("No duration such as 30s, 10m, 2h or 1d: '" + text + "'");
        };
    }

    /** Returns the bytes of a size such as {@code 64MB}. */
    static long bytes(String text) {
        long count = Long.parseLong(text.substring(0, text.length() - 2));
        return count * (text.endsWith("MB") ? 1024L * 1024 : 1024L);
    }

    static Rate rate(String text) {
        int slash = text.indexOf('/');
        Duration per =
                switch (text.substring(slash + 1)) {
                    case "s" -> Duration.ofSeconds(1);
                    case "min" -> Duration.ofMinutes(1);
                    default -> Duration.ofHours(1);
                };
        return new Rate(Integer.parseInt(text.substring(0, slash)), per);
    }
}
