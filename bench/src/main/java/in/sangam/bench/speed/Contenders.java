package in.sangam.bench.speed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The hub and what it is measured against. */
final class Contenders {

    static final String HUB = "hub";

    /** The JVM of the hub, so that none has more room than the others. */
    private static final List<String> JVM = List.of(
            "-Xms256m",
            "-Xmx448m",
            "-Xmn176m",
            "-XX:+UseSerialGC",
            "-XX:ReservedCodeCacheSize=128m",
            "-XX:MaxDirectMemorySize=96m");

    /** It is so slow that all records would take an hour; its rate does not depend on their number. */
    private static final double PLAIN_CAMEL_SHARE = 0.05;

    private static final String RECORD_TABLE =
            """
            select source_id as number, version_text::timestamptz as version, status,
                   registered::timestamptz as registered, disposed::timestamptz as disposed, due, place, service
            from record
            """;

    private final Path home;

    /** @param home the checkout, built */
    Contenders(Path home) {
        this.home = home;
    }

    List<Contender> all() {
        return List.of(hub(), reference(), plainCamel(), logBased());
    }

    Contender hub() {
        return new Contender(
                HUB,
                "the product: Camel, masking, mapping by JSLT, two durable queues, quarantine, history and lineage",
                1,
                "hub",
                """
                select coalesce(sum(received), 0), (select count(*) from hub.measure_delta) from hub.page
                where stream = 'applications'
                """,
                """
                select source_id as number, version_text::timestamptz as version, fields ->> 'status' as status,
                       (fields ->> 'registered')::timestamptz as registered,
                       (fields ->> 'disposed')::timestamptz as disposed, (fields ->> 'due')::date as due, place,
                       fields ->> 'service' as service
                from hub.record where portal = 'rtps' and stream = 'applications'
                """,
                "select measure, subject as place, service, day, amount from hub.measure_now",
                new HubProgram(home)::call);
    }

    Contender reference() {
        return new Contender(
                "reference",
                "the least code that keeps the promises: no Camel, mapping language, masking, quarantine, history; one"
                        + " queue",
                1,
                "postgres",
                "select coalesce(sum(received), 0), (select count(*) from delta) from page",
                RECORD_TABLE,
                "select measure, subject as place, service, day, amount from measure",
                (portal, folder) -> contender("Reference", portal, folder));
    }

    Contender plainCamel() {
        return new Contender(
                "plain-camel",
                "what one writes first: one record a message and an insert each, transacted; measures are counted when"
                        + " asked",
                PLAIN_CAMEL_SHARE,
                "postgres",
                "select case when is_called then last_value else 0 end, 0 from seen",
                RECORD_TABLE,
                "select measure, place, service, day, amount from measure",
                (portal, folder) -> contender("PlainCamel", portal, folder));
    }

    Contender logBased() {
        return new Contender(
                "log-based",
                "Kafka (KRaft, one node, acks=all, each append forced to the disk before it is acknowledged) and the"
                        + " Debezium JDBC sink (2 tasks, 150 records a transaction): no version guard, it relies on a"
                        + " case's order in its partition; no quarantine, history, lineage; measures are counted when"
                        + " asked; the broker lives in its process and has the same 448 MB of heap",
                1,
                "postgres",
                "select received, 0 from taken",
                RECORD_TABLE,
                "select measure, place, service, day, amount from measure",
                (portal, folder) -> program(PeerBuild.classPath(home), "peer.LogBased", portal, folder));
    }

    private Contender.Call contender(String main, BenchPortal portal, Path folder) {
        String classPath = home.resolve("bench/contenders/target/sangam-contenders.jar") + ":"
                + home.resolve("app/target/unpacked/lib/*");
        return program(classPath, "contenders." + main, portal, folder);
    }

    private Contender.Call program(String classPath, String main, BenchPortal portal, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of(
                "-cp",
                classPath,
                "in.sangam.bench." + main,
                portal.url(),
                portal.token(),
                folder.toString(),
                home.resolve("config").toString()));
        return new Contender.Call(command, Map.of());
    }
}
