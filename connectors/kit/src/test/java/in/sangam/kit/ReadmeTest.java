package in.sangam.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The manifests that connectors/README.md shows are manifests, and it names every key there is. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final String HEAD = "title: {en: Pensions, hi: पेंशन}\nowner: Social Welfare\n";
    private static final String STREAM =
            """
            streams:
              orders:
                key: no
                version: changed
                into: case
                type: pension-order
                place: {district: district}
                fields: {registered: moment(filed)}
            """;

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> every_manifest_shown_is_one() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(readme());
        while (blocks.find()) {
            String block = blocks.group(1);
            tests.add(DynamicTest.dynamicTest("block " + (tests.size() + 1), () -> {
                Path connector = Files.createDirectories(folder.resolve("pensions"));
                Files.createDirectories(connector.resolve("contract"));
                Files.writeString(connector.resolve("contract/authority.pem"), "");
                Files.writeString(connector.resolve("contract/known_hosts"), "");
                Files.writeString(connector.resolve("contract/PensionService.wsdl"), "");
                Files.writeString(
                        connector.resolve("connector.yaml"),
                        HEAD + block + (block.contains("\nstreams:") ? "" : STREAM));
                assertThat(Connectors.read(connector, ShippedConnectors.settings())
                                .streams())
                        .isNotEmpty();
            }));
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    @Test
    void every_kind_of_credential_and_paging_is_told() throws Exception {
        assertThat(readme())
                .contains("bearer:", "username:", "apiKey:", "oauth2:", "hmac:")
                .contains("next:", "link:", "total:", "by: offset", "by: number");
    }

    private static String readme() throws Exception {
        return Files.readString(ShippedConnectors.FOLDER.resolve("README.md"));
    }
}
