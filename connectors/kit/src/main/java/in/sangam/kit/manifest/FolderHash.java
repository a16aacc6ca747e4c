package in.sangam.kit.manifest;

import in.sangam.kit.edge.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The hash of what decides how a portal is read: manifest and mappings. Examples and words about it may change freely. */
final class FolderHash {

    private FolderHash() {}

    static String of(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(FolderHash::decides).sorted().toList();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Path file : files) {
            content.writeBytes(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            content.write(0);
            content.writeBytes(Files.readAllBytes(file));
            content.write(0);
        }
        return Sha256.of(content.toByteArray());
    }

    private static boolean decides(Path file) {
        String name = file.getFileName().toString();
        return name.equals(ConnectorReader.MANIFEST) || name.endsWith(".jslt");
    }
}
