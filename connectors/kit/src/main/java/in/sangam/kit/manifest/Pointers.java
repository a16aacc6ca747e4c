package in.sangam.kit.manifest;

/** JSON pointers: where in a manifest something stands. */
final class Pointers {

    private Pointers() {}

    static String append(String pointer, String key) {
        return pointer + '/' + key.replace("~", "~0").replace("/", "~1");
    }

    static String parent(String pointer) {
        int slash = pointer.lastIndexOf('/');
        return slash < 0 ? "" : pointer.substring(0, slash);
    }

    /** Returns the pointer as a reader of the manifest says it: keys joined by points. */
    static String dotted(String pointer) {
        return pointer.isEmpty()
                ? ""
                : pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
    }
}
