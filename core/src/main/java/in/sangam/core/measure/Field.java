package in.sangam.core.measure;

import in.sangam.core.record.FieldType;
import in.sangam.core.record.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field that a measure reads. A name means the same type of field in every kind of record. */
record Field(String name, FieldType type) {

    /** Returns the field of this name, empty when no kind of record has it. */
    static Optional<Field> named(String name) {
        return Arrays.stream(Kind.values())
                .map(kind -> kind.fields().get(name))
                .filter(type -> type != null)
                .findFirst()
                .map(type -> new Field(name, type));
    }

    /** Returns the names of the fields of all kinds. */
    static List<String> names() {
        return Arrays.stream(Kind.values())
                .map(Kind::fields)
                .map(Map::keySet)
                .flatMap(java.util.Set::stream)
                .distinct()
                .toList();
    }

    boolean isDated() {
        return type == FieldType.DAY || type == FieldType.MOMENT;
    }
}
