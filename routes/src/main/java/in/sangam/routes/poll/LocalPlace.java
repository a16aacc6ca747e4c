package in.sangam.routes.poll;

import in.sangam.routes.poll.DropFolder.Dropped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** A folder of this machine. */
record LocalPlace(Path folder) implements DropPlace {

    @Override
    public List<Dropped> files() throws IOException {
        List<Dropped> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path each : all) {
                BasicFileAttributes attributes =
                        Files.readAttributes(each, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isRegularFile()) {
                    files.add(new Dropped(
                            each.getFileName().toString(),
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant()));
                }
            }
        }
        return files;
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name));
    }

    @Override
    public boolean holds(String name) {
        return Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void move(String name, String to) throws IOException {
        Path target = folder.resolve(to);
        Files.createDirectories(target.getParent());
        Files.move(folder.resolve(name), target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
