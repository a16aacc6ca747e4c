package in.sangam.routes.flow;

import in.sangam.kit.edge.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a row was read by: the connector's folder, and what persons have answered about the codes of its stream. */
final class EffectiveHash {

    private EffectiveHash() {}

    /**
     * Returns the folder's hash itself as long as nobody has answered anything.
     *
     * @param codes table → portal's code → hub's code, in a stable order
     */
    static String of(String connectorHash, Map<String, Map<String, String>> codes) {
        if (codes.isEmpty()) {
            return connectorHash;
        }
        StringBuilder text = new StringBuilder(connectorHash);
        codes.forEach((table, answers) -> answers.forEach((theirs, ours) -> text.append('\n')
                .append(table)
                .append('\t')
                .append(theirs)
                .append('\t')
                .append(ours)));
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
