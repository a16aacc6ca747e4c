package in.sangam.kit.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import in.sangam.core.config.ConfigError;
import in.sangam.core.config.ConfigException;
import in.sangam.kit.Connectors;
import in.sangam.kit.ShippedConnectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestErrorsTest {

    private static final String GOOD =
            """
            title: {en: Pensions, hi: पेंशन}
            owner: Social Welfare
            rest:
              url: ${pensions.url}
              auth: {bearer: pensions.token}
              page: {next: $.next}
            streams:
              pensions:
                path: /pensions
                query: {since: "{cursor}"}
                records: $.rows
                key: no
                version: changed
                cursor: {field: changed, from: 2024-04-01, lookback: 2h}
                into: case
                type: pension
                place: {district: district, guards/beat: beat}
                fields: {registered: moment(filed), status: code(state)}
                codes:
                  state: {OPEN: pending}
            """;

    @TempDir
    Path folder;

    @Test
    void a_good_manifest_has_no_errors() throws Exception {
        assertThat(Connectors.read(written(GOOD), ShippedConnectors.settings()).streams())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            every day           | owner: Social Welfare | owner: Social Welfare!everi: 10m | pensions/connector.yaml:3: everi: unknown key. Did you mean 'every'?
            a stream's key      | records: $.rows       | recods: $.rows                  | pensions/connector.yaml:11: streams.pensions.recods: unknown key. Did you mean 'records'?
            a missing key       | '    key: no!'        | ''                              | pensions/connector.yaml:8: streams.pensions.key: the key is missing. Add 'key:'
            a wrong kind        | into: case            | into: cases                     | pensions/connector.yaml:15: streams.pensions.into: 'cases' is not known. Did you mean 'case'?
            a wrong duration    | lookback: 2h          | lookback: 2 hours               | pensions/connector.yaml:14: streams.pensions.cursor.lookback: '2 hours' does not suit the cursor
            a wrong start       | from: 2024-04-01      | from: April                     | pensions/connector.yaml:14: streams.pensions.cursor.from: 'April' is no moment
            a literal secret    | pensions.token        | 8fJ2kLx09QmZ                    | pensions/connector.yaml:5: rest.auth.bearer: '***' has not the right form. Give the name of the setting
            a secret header     | 'page: {next'         | 'headers: {X-Token: abc}!  page: {next' | pensions/connector.yaml:6: rest.headers.X-Token: a secret stands in the manifest
            a secret in the URL | ${pensions.url}       | http://me:pw@host/              | pensions/connector.yaml:4: rest.url: a secret stands in the manifest
            a canonical field   | registered: moment    | registerd: moment               | pensions/connector.yaml:18: streams.pensions.fields.registerd: unknown key. Did you mean 'registered'?
            a table of codes    | code(state)}          | '"code(stat, stote)"}'        | pensions/connector.yaml:18: streams.pensions.fields.status: the table 'stote' is not declared. Did you mean 'state'?
            an expression       | moment(filed)         | moement(filed)                  | pensions/connector.yaml:18: streams.pensions.fields.registered: 'moement(filed)' is no expression
            minutes for months  | moment(filed)         | '"day(filed, dd/mm/yyyy)"'      | pensions/connector.yaml:18: streams.pensions.fields.registered: by 'dd/mm/yyyy' no day can be read. Did you mean 'dd/MM/yyyy'? Write dd
            days of the year    | moment(filed)         | '"moment(filed, DD-MM-YYYY HH:MM:SS)"' | pensions/connector.yaml:18: streams.pensions.fields.registered: by 'DD-MM-YYYY HH:MM:SS' no day can be read. Did you mean 'dd-MM-yyyy HH:mm:ss'?
            a year of two digits | moment(filed)        | '"day(filed, dd/MM/yy)"'        | pensions/connector.yaml:18: streams.pensions.fields.registered: by 'dd/MM/yy' no day can be read. Did you mean 'dd/MM/yyyy'?
            a version's date    | 'version: changed'    | 'version: moment(changed, dd/mm/yyyy)' | pensions/connector.yaml:13: streams.pensions.version: by 'dd/mm/yyyy' no day can be read. Did you mean 'dd/MM/yyyy'?
            a version's word    | 'version: changed'    | 'version: day(changed)'         | pensions/connector.yaml:13: streams.pensions.version: 'day(changed)' is no version. Write a path, or moment(
            a placeholder       | '{cursor}'            | '{curser}'                      | pensions/connector.yaml:10: streams.pensions.query.since: '{curser}' is not known. Did you mean 'cursor'?
            a key of SQL        | path: /pensions       | select: select 1                | pensions/connector.yaml:9: streams.pensions.select: the key does not suit a connector of kind rest
            a masked key        | 'key: no'             | 'key: no!    mask: [no]'        | pensions/connector.yaml:13: streams.pensions.mask: 'no' is key, version or cursor and cannot be masked
            a key twice         | 'type: pension'       | 'type: pension!    type: other' | pensions/connector.yaml:17: streams.pensions.type: the key is given twice
            two transports      | 'streams:'            | 'sql: {url: x, auth: {username: a.b, password: a.c}}!streams:' | pensions/connector.yaml:7: sql: more than one transport is given
            broken YAML         | 'owner: Social'       | 'owner: [Social'                | pensions/connector.yaml:3: no valid YAML
            two credentials     | 'bearer: pensions.token' | 'bearer: a.b, oauth2: {tokenUrl: x, clientId: a.c, clientSecret: a.d}' | pensions/connector.yaml:5: rest.auth.oauth2: more than one credential is given: [bearer, oauth2]. Keep one
            half a credential   | 'bearer: pensions.token' | 'apiKey: pensions.key' | pensions/connector.yaml:5: rest.auth: the credential is not complete. Give apiKey: with header: or with query:
            two ways of paging  | 'next: $.next'        | 'next: $.next, link: next'      | pensions/connector.yaml:6: rest.page: more than one way of paging is given
            a page never asked  | 'next: $.next'        | 'by: number'                    | pensions/connector.yaml:10: streams.pensions.query: no parameter asks for the next page. Fill in {page}
            a wrong size        | 'page: {next'         | 'largest: 5 MB!  page: {next'   | pensions/connector.yaml:6: rest.largest: '5 MB' has not the right form. Write a size such as 512KB or 64MB
            XML without a root  | 'page: {next'         | 'format: xml!  page: {next'     | pensions/connector.yaml:9: streams.pensions.response: the key is missing
            two mappings        | 'place: {'            | 'map: p.jslt!    place: {'      | pensions/connector.yaml:8: streams.pensions: both map: and a plain table are given
            """)
    void an_error_tells_file_line_key_and_what_to_do(String what, String right, String wrong, String message)
            throws Exception {
        String manifest = GOOD.replace(right.replace("!", "\n"), wrong.replace("!", "\n"));
        assertThat(manifest).as(what).isNotEqualTo(GOOD);

        assertThat(errors(written(manifest))).as(what).anySatisfy(error -> assertThat(error.toString())
                .startsWith(message));
    }

    @Test
    void all_errors_of_all_folders_are_told_together() throws Exception {
        written(GOOD.replace("title:", "titel:").replace("into: case", "into: cases"));
        Path other = Files.createDirectory(folder.resolve("rations"));
        Files.writeString(other.resolve("connector.yaml"), "title: {en: Rations}\n");

        ConfigException all = catchThrowableOfType(
                ConfigException.class, () -> Connectors.load(folder, ShippedConnectors.settings()));

        assertThat(all.errors())
                .extracting(ConfigError::key)
                .contains("titel", "title", "streams.pensions.into", "title.hi", "owner");
    }

    @Test
    void a_mapping_that_does_not_compile_is_told_with_its_own_line() throws Exception {
        Path connector = written(GOOD.replaceAll("(?s)place:.*\n    codes", "map: pension.jslt\n    codes"));
        Files.writeString(
                connector.resolve("pension.jslt"),
                "{\n  \"fields\": {\n    \"status\": code(\"state\" \"x\")\n  }\n}\n");

        assertThat(errors(connector)).anySatisfy(error -> assertThat(error.toString())
                .startsWith("pensions/pension.jslt:3: the mapping does not compile"));
    }

    @Test
    void a_pattern_in_a_mapping_by_which_no_day_can_be_read_is_told_with_its_line() throws Exception {
        Path connector = written(GOOD.replaceAll("(?s)place:.*\n    codes", "map: pension.jslt\n    codes"));
        Files.writeString(
                connector.resolve("pension.jslt"),
                "{\n  \"fields\": {\"registered\": day(\"filed\", \"dd/mm/yyyy\")}\n}\n");

        assertThat(errors(connector)).anySatisfy(error -> assertThat(error.toString())
                .startsWith("pensions/pension.jslt:2: moment: by 'dd/mm/yyyy' no day can be read. Did you mean"));
    }

    @Test
    void a_mapping_that_names_an_undeclared_table_is_told() throws Exception {
        Path connector = written(GOOD.replaceAll("(?s)place:.*\n    codes", "map: pension.jslt\n    codes"));
        Files.writeString(connector.resolve("pension.jslt"), "{\n  \"fields\": {\"status\": code(\"status\")}\n}\n");

        assertThat(errors(connector)).anySatisfy(error -> assertThat(error.toString())
                .startsWith(
                        "pensions/pension.jslt:2: code: the table 'status' is not declared. Did you mean 'state'?"));
    }

    @Test
    void a_query_must_read_and_bind_only_what_is_known() throws Exception {
        String sql = GOOD.replaceAll(
                        "(?s)rest:.*streams:", "sql: {url: x, auth: {username: a.b, password: a.c}}\nstreams:")
                .replaceAll("(?s)path: /.*    key:", "select: delete from t where a > :cursr\n    key:");

        assertThat(errors(written(sql)))
                .extracting(ConfigError::message)
                .contains("the parameter ':cursr' is not known", "the query does not read", "the query has no :limit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            sftp://host:22/out                | sftp://hub@host/out | pensions/connector.yaml:4: file.url: the address is not one of a folder
            sftp://host:22/out                | sftp://host/out?x=y | pensions/connector.yaml:4: file.url: the address is not one of a folder
            '  knownHosts: contract/known_hosts!' | ''                  | pensions/connector.yaml:3: file.knownHosts: the key is missing. Put the server's key
            contract/known_hosts              | contract/hosts      | pensions/connector.yaml:6: file.knownHosts: the file is not there
            'privateKey: pensions.key'        | 'password: pensions.password, privateKey: pensions.key' | pensions/connector.yaml:5: file.auth.password: more than one credential is given
            ', privateKey: pensions.key'      | ''                  | pensions/connector.yaml:5: file.auth: the credential is not complete
            '  auth: {username: pensions.user, privateKey: pensions.key}!' | '' | pensions/connector.yaml:3: file.auth: the key is missing
            """)
    void a_folder_of_a_server_is_declared_without_a_slip(String right, String wrong, String message) throws Exception {
        String drop = GOOD.replaceAll(
                        "(?s)rest:.*streams:",
                        "file:\n  url: sftp://host:22/out\n  auth: {username: pensions.user, privateKey: pensions.key}\n"
                                + "  knownHosts: contract/known_hosts\nstreams:")
                .replaceAll("(?s)path: /.*    key:", "files: \"*.csv\"\n    key:")
                .replaceAll(" +cursor: .*\n", "");
        Files.writeString(
                Files.createDirectories(folder.resolve("pensions/contract")).resolve("known_hosts"),
                "host ssh-rsa x\n");
        assertThat(Connectors.read(written(drop), ShippedConnectors.settings()).streams())
                .hasSize(1);

        String slip = drop.replace(right.replace("!", "\n"), wrong.replace("!", "\n"));
        assertThat(slip).isNotEqualTo(drop);
        assertThat(errors(written(slip)))
                .anySatisfy(error -> assertThat(error.toString()).startsWith(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            url: tcp://host:61616 | url: http://host/queue        | pensions/connector.yaml:4: jms.url: the address is not one of a broker
            url: tcp://host:61616 | url: tcp://host:61616?x=y     | pensions/connector.yaml:4: jms.url: the address is not one of a broker
            username: pensions.a  | usrname: pensions.a           | pensions/connector.yaml:5: jms.auth.usrname: unknown key. Did you mean 'username'?
            pensions.b            | Secr3t!Pass                   | pensions/connector.yaml:5: jms.auth.password: '***' has not the right form
            largest: 64KB         | larges: 64KB                  | pensions/connector.yaml:6: jms.larges: unknown key. Did you mean 'largest'?
            queue: orders         | quene: orders                 | pensions/connector.yaml:9: streams.pensions.quene: unknown key. Did you mean 'queue'?
            '    queue: orders'   | '    records: $.orders'       | pensions/connector.yaml:8: streams.pensions.queue: the key is missing
            '    queue: orders'   | '    path: /orders'           | pensions/connector.yaml:9: streams.pensions.path: the key does not suit a connector of kind jms
            """)
    void a_queue_is_declared_without_a_slip(String right, String wrong, String message) throws Exception {
        String queue = GOOD.replaceAll(
                        "(?s)rest:.*streams:",
                        "jms:\n  url: tcp://host:61616\n  auth: {username: pensions.a, password: pensions.b}\n"
                                + "  largest: 64KB\nstreams:")
                .replaceAll("(?s)path: /.*    key:", "queue: orders\n    key:")
                .replaceAll(" +cursor: .*\n", "");
        assertThat(Connectors.read(written(queue), ShippedConnectors.settings()).streams())
                .hasSize(1);

        assertThat(errors(written(queue.replace(right, wrong))))
                .anySatisfy(error -> assertThat(error.toString()).startsWith(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ', privateKey: pensions.key' | ''                           | pensions/connector.yaml:9: soap.auth: the credential is not complete
            'certificate: pensions.cert' | 'username: pensions.user, certificate: pensions.cert' | pensions/connector.yaml:9: soap.auth: more than one credential is given
            """)
    void a_soap_portal_is_signed_or_logged_in_to(String right, String wrong, String message) throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve("pensions/contract")).resolve("p.wsdl"), "<definitions/>");
        String soap = GOOD.replaceAll(
                        "(?s)rest:.*streams:",
                        "soap:\n  url: https://host/p\n  wsdl: contract/p.wsdl\n  service: P\n  port: P\n  namespace: urn:p\n"
                                + "  auth: {certificate: pensions.cert, privateKey: pensions.key}\nstreams:")
                .replaceAll("(?s)path: /.*    key:", "operation: GetPensions\n    records: Pension\n    key:");
        assertThat(Connectors.read(written(soap), ShippedConnectors.settings()).streams())
                .hasSize(1);

        assertThat(errors(written(soap.replace(right, wrong))))
                .anySatisfy(error -> assertThat(error.toString()).startsWith(message));
    }

    private Path written(String manifest) throws IOException {
        Path connector = folder.resolve("pensions");
        Files.createDirectories(connector);
        Files.writeString(connector.resolve("connector.yaml"), manifest);
        return connector;
    }

    private static List<ConfigError> errors(Path connector) {
        ConfigException thrown = catchThrowableOfType(
                ConfigException.class, () -> Connectors.read(connector, ShippedConnectors.settings()));
        assertThat(thrown).isNotNull();
        return thrown.errors();
    }
}
