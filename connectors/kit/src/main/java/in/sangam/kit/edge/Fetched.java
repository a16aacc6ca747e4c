package in.sangam.kit.edge;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Ask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request brought, masked.
 *
 * @param rows masked rows in the portal's order
 * @param sourceHash SHA-256 (hex) of the bytes as they came
 * @param cursorTo highest cursor among the rows, null when there is none
 * @param next how the poll goes on, null at the end
 */
public record Fetched(List<JsonNode> rows, String sourceHash, @Nullable String cursorTo, @Nullable Ask next) {}
