package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Settings;
import in.sangam.kit.Transport.SftpServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads where a drop folder lies: a path of this machine, or {@code sftp://host:port/path}. */
record DropReader(Path connector, Settings settings, Problems problems) {

    private static final String SFTP = "sftp://";
    private static final int PORT = 22;

    /** Returns the path of the folder, on this machine or on its server. */
    static Path folder(String url) {
        return url.startsWith(SFTP)
                ? Path.of(url.replaceFirst("sftp://[^/]*", "") + "/").normalize()
                : Path.of(url).toAbsolutePath().normalize();
    }

    /** Returns the server of the folder; null for one of this machine, or when a problem was found. */
    @Nullable
    SftpServer server(String url, JsonNode declared) {
        if (!url.startsWith(SFTP)) {
            return null;
        }
        if (!url.matches("sftp://(\\[[0-9a-fA-F:.]+]|[^/:?#@\\[\\]]+)(:[0-9]{1,5})?(/[^?#]*)?")) {
            problems.at(
                    "/file/url",
                    "the address is not one of a folder",
                    "Write sftp://host/path or sftp://host:port/path; user and password are named under auth:");
            return null;
        }
        if (!declared.has("auth")) {
            problems.at("/file/auth", "the key is missing", "Name the settings of user name and password or key");
        }
        Path known = knownHosts(declared);
        URI address = URI.create(url.replaceFirst("(sftp://[^/]*).*", "$1"));
        return known == null
                ? null
                : new SftpServer(
                        address.getHost().replaceAll("[\\[\\]]", ""),
                        address.getPort() < 0 ? PORT : address.getPort(),
                        known);
    }

    private @Nullable Path knownHosts(JsonNode declared) {
        if (!declared.has("knownHosts")) {
            problems.at(
                    "/file/knownHosts",
                    "the key is missing",
                    "Put the server's key, as its owner confirms it, into contract/known_hosts and name that file");
            return null;
        }
        String named =
                new Resolved(settings, problems).text(declared.get("knownHosts").asText(), "/file/knownHosts");
        Path file = connector.resolve(named).normalize();
        if (!Files.isRegularFile(file)) {
            problems.at(
                    "/file/knownHosts",
                    "the file is not there",
                    "Name a file in the form of OpenSSH's known_hosts, of this folder or by its whole path");
            return null;
        }
        return file;
    }
}
