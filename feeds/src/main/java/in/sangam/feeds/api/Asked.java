package in.sangam.feeds.api;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Formula;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.Period;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.core.place.Unit;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parameters that name what the hub knows: KPIs, places, months. What is not known becomes a {@link ParameterProblem}. */
public final class Asked {

    /** Which side of a KPI. */
    public enum Part {
        NUMERATOR,
        DENOMINATOR;

        /** Returns the word in addresses. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MOST_NAMED = 100;

    private final HubConfig config;
    private final FigureBoard board;

    public Asked(HubConfig config, FigureBoard board) {
        this.config = config;
        this.board = board;
    }

    /** Returns the KPI with this code. */
    public Kpi kpi(String code) {
        return config.kpis()
                .find(code)
                .orElseThrow(() -> ParameterProblem.invalid(
                        "kpi",
                        "There is no KPI '" + code + "'.",
                        config.kpis().all().stream().map(Kpi::code).toList()));
    }

    /** Returns the place with this code. */
    public Place place(String code) {
        return config.places().find(code).orElseThrow(() -> unknown(code));
    }

    /** Returns the code of a place, or a post, department or portal as measures name it: {@code post/P188-4}. */
    public String subject(String code) {
        return Subject.kindOf(code) == Subject.PLACE ? place(code).code() : code;
    }

    /** Returns the word of a departmental tree. */
    public String tree(String word) {
        return Parameters.oneOf("tree", word, config.places().trees().names());
    }

    /** Returns a level of a departmental tree; only a tree that has but one need not be asked for it. */
    public String treeLevel(String tree, @Nullable String word) {
        List<String> levels = config.places().trees().levels(tree);
        if (word == null && levels.size() == 1) {
            return levels.get(0);
        }
        if (word == null) {
            throw ParameterProblem.invalid("level", "The tree '" + tree + "' has several levels: name one.", levels);
        }
        return Parameters.oneOf("level", word, levels);
    }

    /** Refuses a KPI that a place has no value of in a month: another level's, or a unit that is not there. */
    public static void workedOut(Kpi kpi, Place place, Figures figures) {
        if (!figures.values(place.code()).containsKey(kpi.code())) {
            throw ParameterProblem.invalid(
                    "place",
                    kpi.code() + " is not worked out for a " + place.level().word() + " in " + figures.period() + ".",
                    kpi.levels().stream().sorted().map(Level::word).toList());
        }
    }

    /** Refuses a post, department or portal for which no KPI has a value in a month. */
    public static void counted(String subject, Figures figures) {
        List<String> subjects = figures.subjects(Subject.kindOf(subject));
        if (!subjects.contains(subject)) {
            throw ParameterProblem.invalid(
                    "place",
                    "No KPI is worked out for " + subject + " in " + figures.period() + ".",
                    subjects.stream().limit(MOST_NAMED).toList());
        }
    }

    /** Returns the value of a KPI for a post, department or portal; refuses one of another kind of subject. */
    public static KpiValue workedOut(Kpi kpi, String subject, Figures figures) {
        counted(subject, figures);
        KpiValue value = figures.values(subject).get(kpi.code());
        if (value == null) {
            throw ParameterProblem.invalid(
                    "place",
                    kpi.code() + " is not worked out for " + subject + " in " + figures.period() + ".",
                    List.of("one " + kpi.subject().word()));
        }
        return value;
    }

    private ParameterProblem unknown(String code) {
        List<String> named = config.places().all().stream()
                .filter(place -> place.nameEn().equalsIgnoreCase(code) || code.equals(place.nameHi()))
                .map(place -> place.code() + " (" + place.nameEn() + ", "
                        + place.level().word() + ")")
                .toList();
        Level of = Unit.isUnit(code) ? Level.UNIT : Level.DISTRICT;
        List<String> valid = named.isEmpty()
                ? config.places().ofLevel(of).stream()
                        .map(place -> place.code() + " (" + place.nameEn() + ")")
                        .toList()
                : named;
        return ParameterProblem.invalid(
                "place",
                "There is no place with the code '" + code
                        + "'. Use the LGD code, e.g. of a district, or unit/<tree>/<code>.",
                valid);
    }

    /** Returns the month, the current one when none is asked for. */
    public Period period(@Nullable String text) {
        Period current = board.current();
        if (text == null || text.isBlank()) {
            return current;
        }
        Period period;
        try {
            period = Period.of(text);
        } catch (DateTimeParseException e) {
            throw ParameterProblem.invalid(
                    "period", "'" + text + "' is not a month.", List.of("YYYY-MM, e.g. " + current));
        }
        if (period.compareTo(current) > 0) {
            throw ParameterProblem.invalid(
                    "period", period + " lies after the as-of month.", List.of("any month up to " + current));
        }
        return period;
    }

    /** Returns the level of this word. */
    public Level level(String parameter, String word, List<Level> allowed) {
        Optional<Level> level = Level.of(word).filter(allowed::contains);
        return level.orElseThrow(() -> ParameterProblem.invalid(
                parameter,
                "'" + word + "' is not possible here.",
                allowed.stream().map(Level::word).toList()));
    }

    /** Returns the side of this word. */
    public Part part(String word) {
        return Arrays.stream(Part.values())
                .filter(part -> part.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ParameterProblem.invalid(
                        "part",
                        "A number has a numerator and a denominator, not '" + word + "'.",
                        Arrays.stream(Part.values()).map(Part::word).toList()));
    }

    /** Returns the side of a KPI; refuses the denominator of a plain count. */
    public Formula formula(Kpi kpi, Part part) {
        Formula denominator = kpi.denominator();
        if (part == Part.NUMERATOR) {
            return kpi.numerator();
        }
        if (denominator == null) {
            throw ParameterProblem.invalid(
                    "part", kpi.code() + " is a plain count without denominator.", List.of(Part.NUMERATOR.word()));
        }
        return denominator;
    }
}
