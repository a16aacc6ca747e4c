package in.sangam.feeds.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.core.config.HubConfig;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.feeds.api.ParameterProblem;
import in.sangam.feeds.api.Parameters;
import in.sangam.store.Quarantine;
import in.sangam.store.RowEdits;
import in.sangam.store.read.EditReader;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The decisions that an integration admin may take on quarantined rows, checked: each throws {@link ParameterProblem} with what
 * is wrong and what would be valid, and gives back the release that lets rows go, empty when none waited.
 */
public final class Decisions {

    private static final int LONGEST_ROW = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HubConfig config;
    private final CodeWords words;
    private final Quarantine quarantine;
    private final RowEdits edits;
    private final EditReader proposals;

    public Decisions(HubConfig config, CodeWords words, Quarantine quarantine, RowEdits edits, EditReader proposals) {
        this.config = config;
        this.words = words;
        this.quarantine = quarantine;
        this.edits = edits;
        this.proposals = proposals;
    }

    /** Lets rows go as they were kept. */
    public Optional<Long> release(Collection<Long> ids, String who, @Nullable String why) {
        return quarantine.release(some(ids), who, reason(why));
    }

    /** Closes rows that are never to be stored; returns how many. */
    public int dismiss(Collection<Long> ids, String who, @Nullable String why) {
        return quarantine.dismiss(some(ids), who, reason(why));
    }

    /** Says what a portal's code means, in a word that the table has already. */
    public Optional<Long> answerCode(
            String portal, String stream, String table, String word, String ours, String who, @Nullable String why) {
        List<String> known = List.copyOf(words.of(portal, stream, table));
        if (known.isEmpty()) {
            throw ParameterProblem.missing(
                    "table", portal + "." + stream + " has no table of codes '" + table + "' that maps anything.");
        }
        Parameters.oneOf("ours", ours, known);
        return quarantine.answerCode(new Quarantine.Question(portal, stream, table, word, ""), ours, who, reason(why));
    }

    /** Says which place a name means; the place must have the level and lie where the name was looked for. */
    public Optional<Long> answerPlace(
            String level, String word, String within, String code, String who, @Nullable String why) {
        Level of = Optional.of(Level.UNIT)
                .filter(unit -> unit.word().equals(level))
                .or(() -> Level.of(level))
                .orElseThrow(() ->
                        ParameterProblem.invalid("level", "'" + level + "' is no level of place.", Level.words()));
        Place place = config.places()
                .find(code.strip())
                .orElseThrow(() ->
                        ParameterProblem.invalid("code", "No place has the code '" + code + "'.", codes(of, within)));
        boolean inside = isInside(place, within);
        if (place.level() != of || !inside) {
            throw ParameterProblem.invalid(
                    "code",
                    place.nameEn() + " (" + place.code() + ") is a "
                            + place.level().word() + (inside ? "" : " that does not lie in " + within) + "; a "
                            + of.word() + " is asked for.",
                    codes(of, within));
        }
        return quarantine.answerPlace(
                new Quarantine.Question(null, null, of.word(), word, within), place.code(), who, reason(why));
    }

    /** Proposes another row in the place of one; returns the id of the proposal. */
    public long propose(long id, String row, String who, @Nullable String why) {
        if (row.length() > LONGEST_ROW || !isObject(row)) {
            throw ParameterProblem.invalid(
                    "row", "The row must be a JSON object of at most " + LONGEST_ROW + " characters.", List.of());
        }
        try {
            return edits.propose(id, row, who, reason(why))
                    .orElseThrow(() -> ParameterProblem.invalid(
                            "id", "Row " + id + " is not open, or has a proposal already.", List.of()));
        } catch (IllegalArgumentException e) {
            throw ParameterProblem.invalid("row", "The edited record is none: " + e.getMessage(), List.of());
        }
    }

    /** Approves what somebody else has proposed. */
    public long approve(long editId, String who) {
        EditReader.Edit edit = proposals
                .edit(editId)
                .orElseThrow(() -> ParameterProblem.missing("id", "There is no proposal " + editId + "."));
        if (edit.proposedBy().equals(who)) {
            throw ParameterProblem.invalid(
                    "id", "A second person must approve: " + who + " has proposed this edit.", List.of());
        }
        return edits.approve(editId, who)
                .orElseThrow(() -> ParameterProblem.invalid(
                        "id", "Proposal " + editId + " or its row is not open any more.", List.of()));
    }

    /** Takes a proposal back. */
    public void withdraw(long editId, String who, @Nullable String why) {
        if (!edits.withdraw(editId, who, reason(why))) {
            throw ParameterProblem.missing("id", "There is no open proposal " + editId + ".");
        }
    }

    /** A unit of a departmental tree is looked for among those of its tree and level there. */
    private boolean isInside(Place place, String within) {
        return within.isEmpty()
                || (place.level() == Level.UNIT
                        ? config.places().trees().isOf(place.code(), within)
                        : config.places().ancestors(place.code()).stream()
                                .anyMatch(above -> above.code().equals(within)));
    }

    private List<String> codes(Level level, String within) {
        if (level == Level.UNIT) {
            return config.places().trees().placesOf(within);
        }
        String root = within.isEmpty() ? config.places().root().code() : within;
        return config.places().children(root, level).stream().map(Place::code).toList();
    }

    private static boolean isObject(String row) {
        try {
            return JSON.readTree(row).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static Collection<Long> some(Collection<Long> ids) {
        if (ids.isEmpty()) {
            throw ParameterProblem.invalid("ids", "No row is chosen.", List.of());
        }
        return ids;
    }

    private static String reason(@Nullable String why) {
        if (why == null || why.isBlank()) {
            throw ParameterProblem.invalid("why", "Say why: the reason is kept with the decision.", List.of());
        }
        return why.strip();
    }
}
