package in.sangam.sandbox;

import in.sangam.sandbox.home.SandboxDatabases;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the portals are filled with: the instant that is "now" for them, the seed, and the share of the full number of
 * records. What was stored at the first fill counts; asking for something else later is refused.
 */
record FillSetting(OffsetDateTime asOf, long seed, double scale) {

    private static final OffsetDateTime USUAL_AS_OF = OffsetDateTime.parse("2026-10-31T18:00:00+05:30");
    private static final long USUAL_SEED = 20261031;
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    static FillSetting choose(
            SandboxDatabases databases, @Nullable OffsetDateTime asOf, @Nullable Long seed, @Nullable Double scale) {
        OffsetDateTime storedAsOf =
                databases.setting("as-of").map(OffsetDateTime::parse).orElse(null);
        if (storedAsOf != null && asOf != null && storedAsOf.isEqual(asOf)) {
            storedAsOf = asOf;
        }
        return new FillSetting(
                pick("as-of", storedAsOf, asOf, USUAL_AS_OF)
                        .atZoneSameInstant(INDIA)
                        .toOffsetDateTime(),
                pick("seed", databases.setting("seed").map(Long::valueOf).orElse(null), seed, USUAL_SEED),
                pick("scale", databases.setting("scale").map(Double::valueOf).orElse(null), scale, 1.0));
    }

    private static <T> T pick(String name, @Nullable T stored, @Nullable T asked, T usual) {
        if (stored != null && asked != null && !stored.equals(asked)) {
            throw new Refused("This sandbox was filled with " + name + " " + stored + ", not " + asked
                    + ". Start it without --" + name + ", or with another --data folder");
        }
        return stored != null ? stored : Objects.requireNonNullElse(asked, usual);
    }
}
