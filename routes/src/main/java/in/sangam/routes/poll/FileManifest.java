package in.sangam.routes.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.kit.edge.UnreadablePage.Cause;
import in.sangam.routes.poll.DropFolder.Dropped;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What a portal says of a file beside it, in {@code NAME.manifest.json}: {@code rows} and {@code sha256}, either or both. */
record FileManifest(@Nullable Long rows, @Nullable String sha256) {

    static final String ENDING = ".manifest.json";

    private static final int LARGEST = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the manifest beside a file; one that says nothing when there is none. */
    static FileManifest of(DropFolder folder, Dropped file, String hash) throws IOException, UnreadablePage {
        if (!folder.holds(file.called() + ENDING)) {
            return new FileManifest(null, null);
        }
        try (InputStream manifest = folder.open(file.called() + ENDING)) {
            JsonNode said = JSON.readTree(manifest.readNBytes(LARGEST));
            return new FileManifest(
                    said.path("rows").canConvertToLong() ? said.get("rows").asLong() : null,
                    said.path("sha256").isTextual() ? said.get("sha256").asText() : null);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UnreadablePage(Cause.MANIFEST_MISMATCH, hash, "The manifest of " + file.called() + " is no JSON");
        }
    }

    /** Throws {@link UnreadablePage} when the file is not what the manifest says. */
    void check(Dropped file, String hash, long counted) throws UnreadablePage {
        if (sha256 != null && !sha256.equalsIgnoreCase(hash)) {
            throw new UnreadablePage(
                    Cause.MANIFEST_MISMATCH,
                    hash,
                    "The content of " + file.called() + " is not what its manifest says (sha256): send both anew");
        }
        if (rows != null && rows != counted) {
            throw new UnreadablePage(
                    Cause.MANIFEST_MISMATCH,
                    hash,
                    file.called() + " has " + counted + " rows where its manifest says " + rows + ": send both anew");
        }
    }
}
