package in.sangam.core.place;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tree of places. Immutable. */
public final class Places {

    Places() {}

    /** Returns the state: the root of the tree. */
    public Place root() {
        throw new UnsupportedOperationException("Being written");
    }

    /** Returns the place with this code, empty when there is none. */
    public Optional<Place> find(String code) {
        throw new UnsupportedOperationException("Being written: " + code);
    }

    /** Returns the place with this code; throws {@link IllegalArgumentException} when there is none. */
    public Place get(String code) {
        throw new UnsupportedOperationException("Being written: " + code);
    }

    /** Returns all places, parents before children. */
    public Collection<Place> all() {
        throw new UnsupportedOperationException("Being written");
    }

    /** Returns all places of a level, by English name. */
    public List<Place> ofLevel(Level level) {
        throw new UnsupportedOperationException("Being written: " + level);
    }

    /** Returns the places above one, nearest first, the state last; empty for the state. */
    public List<Place> ancestors(String code) {
        throw new UnsupportedOperationException("Being written: " + code);
    }

    /** Returns the place and all places below it, parents before children. */
    public List<Place> subtree(String code) {
        throw new UnsupportedOperationException("Being written: " + code);
    }

    /** Returns the places of a level anywhere below one, by English name. */
    public List<Place> children(String code, Level level) {
        throw new UnsupportedOperationException("Being written: " + code + level);
    }

    /** Returns the place of the given level that holds this one, or itself when it has that level; empty when none does. */
    public Optional<Place> at(Level level, String code) {
        throw new UnsupportedOperationException("Being written: " + code + level);
    }

    /** Returns the resolver of names. */
    public PlaceNames names() {
        throw new UnsupportedOperationException("Being written");
    }
}
