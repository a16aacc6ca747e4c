package in.sangam.routes.poll;

import in.sangam.routes.poll.DropFolder.Dropped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Where dropped files lie: a folder of this machine, or of a server. One poll at a time uses it. */
interface DropPlace extends AutoCloseable {

    /** Returns the regular files that lie there; links are not followed. */
    List<Dropped> files() throws IOException;

    /** Opens a file of that name; its bytes stay where they are. */
    InputStream open(String name) throws IOException;

    /** Tells whether a regular file of that name lies in the folder, or in one within it: {@code done/a.csv}. */
    boolean holds(String name) throws IOException;

    /**
     * Gives a file another name, also one in a folder within this one, which is made where it is missing: {@code done/a.csv}. What
     * has that name is replaced.
     */
    void move(String name, String to) throws IOException;

    /** Lets go of what it holds open; the next use opens it again. */
    @Override
    void close();
}
