package in.sangam.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Generated applications of the RTPS portal, as every version that they ever had, oldest first. The same size, seed and
 * as-of give the same rows, so that every contender stores the same records and the outcome is known beforehand.
 *
 * <p>A case is submitted, in three of four cases seen under process, and disposed or rejected (8 of 100); about a quarter is
 * open at the end. The rows are spread evenly over the {@value #DAYS} days before the as-of. All persons are invented.
 */
final class Caseload {

    static final int DAYS = 120;

    private static final ZoneOffset INDIA = ZoneOffset.ofHoursMinutes(5, 30);
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX");
    private static final List<String> SERVICES = List.of("BICCO", "BCCCO", "BRCCO", "NCLCO", "EWSXX", "BOBCO");
    private static final List<String> NAMES =
            List.of("सुनीता देवी", "Ramesh Kumar", "मो. इरफ़ान", "Anita Kumari", "राजेश पासवान", "Shyam Sundar Mahto");

    /** Where a case can lie: a block with its code and its district, as code and name. */
    record Block(String code, String parent, String district, String name) {}

    /** One version of a case, as the portal gives it; a moment is null until it has happened. */
    record Version(
            String number,
            String service,
            boolean tatkal,
            Block block,
            String submitted,
            @Nullable String completed,
            String status,
            @Nullable String disposed,
            String updated) {}

    /** A case that will have another version when so many rows have gone by. */
    private record Open(long due, Version last) {}

    private final SplittableRandom random;
    private final List<Block> blocks;
    private final long size;
    private final Instant start;
    private final long stepMicros;
    private final PriorityQueue<Open> open = new PriorityQueue<>((a, b) -> Long.compare(a.due, b.due));
    private long row;
    private int cases;

    /** @param size number of versions */
    Caseload(long size, long seed, Instant asOf, List<Block> blocks) {
        this.random = new SplittableRandom(seed);
        this.blocks = new ArrayList<>(blocks);
        this.size = size;
        this.start = asOf.minusSeconds(DAYS * 86_400L);
        this.stepMicros = (DAYS * 86_400L - 3_600) * 1_000_000 / Math.max(1, size);
    }

    boolean hasNext() {
        return row < size;
    }

    /** Returns the next version; each is younger than the one before. */
    Version next() {
        String now = now();
        Open due = open.peek();
        Version version = due != null && due.due <= row ? later(open.remove().last, now) : fresh(now);
        row++;
        if (version.disposed == null) {
            // A third of the span on the average, so that some never end.
            open.add(new Open(row + 1 + (long) (-Math.log(1 - random.nextDouble()) * size / 6), version));
        }
        return version;
    }

    /** Returns a case that is filed now in a block, under a number of its own, and stays open. */
    Version filed(Block block, String number) {
        String now = now();
        row++;
        return new Version(number, SERVICES.get(0), false, block, now, now, "UNDER_PROCESS", null, now);
    }

    /** Returns the version by which a case that was shown earlier, under this or another number, ends now. */
    Version ended(Version open, String number) {
        String now = now();
        row++;
        return new Version(number, open.service, open.tatkal, open.block, open.submitted, now, "DISPOSED", now, now);
    }

    private String now() {
        return MICROS.format(OffsetDateTime.ofInstant(start.plusNanos(row * stepMicros * 1_000), INDIA));
    }

    private Version fresh(String now) {
        Block block = blocks.get(random.nextInt(blocks.size()));
        String service = SERVICES.get(random.nextInt(SERVICES.size()));
        boolean tatkal = random.nextInt(10) == 0 && service.endsWith("CCO");
        boolean complete = random.nextInt(4) > 0;
        String number = service + "/2026/" + (1_000_000 + ++cases);
        return new Version(
                number,
                service,
                tatkal,
                block,
                now,
                complete ? now : null,
                complete ? "UNDER_PROCESS" : "SUBMITTED",
                null,
                now);
    }

    private Version later(Version last, String now) {
        boolean ends = last.completed != null && random.nextInt(3) > 0;
        String status = !ends ? "UNDER_PROCESS" : random.nextInt(100) < 8 ? "REJECTED" : "DISPOSED";
        return new Version(
                last.number,
                last.service,
                last.tatkal,
                last.block,
                last.submitted,
                last.completed == null ? now : last.completed,
                status,
                ends ? now : null,
                now);
    }

    /** Reads all blocks of a folder of places, those with a name that only one block of their district has. */
    static List<Block> blocks(Path places) throws IOException {
        Map<String, String> districts = new HashMap<>();
        for (String[] district : rows(places.resolve("district.csv"))) {
            districts.put(district[0], district[1]);
        }
        List<Block> blocks = new ArrayList<>();
        for (String[] block : rows(places.resolve("block.csv"))) {
            String district = districts.get(block[3]);
            if (district != null) {
                blocks.add(new Block(block[0], block[3], district, block[1]));
            }
        }
        return blocks;
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    /** Returns a name for a person of a case; it means nothing, and is there to be masked. */
    static String person(Version version, int which) {
        return NAMES.get(Math.floorMod(version.number.hashCode() + which, NAMES.size()));
    }
}
