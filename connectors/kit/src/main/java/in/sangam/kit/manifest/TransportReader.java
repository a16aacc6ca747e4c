package in.sangam.kit.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Rate;
import in.sangam.kit.Settings;
import in.sangam.kit.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how a portal is reached: exactly one transport. */
record TransportReader(Path folder, Settings settings, Problems problems) {

    private static final List<String> KINDS = List.of("rest", "soap", "sql", "file", "jms", "push");
    private static final int FETCH_SIZE = 500;
    private static final Pattern BROKER =
            Pattern.compile("(tcp|ssl|amqp|amqps)://(\\[[0-9a-fA-F:.]+]|[^/:?#@\\[\\]]+)(:[0-9]{1,5})?/?");

    @Nullable
    Transport read(JsonNode manifest) {
        List<String> given = KINDS.stream().filter(manifest::has).toList();
        if (given.size() != 1) {
            problems.at(
                    given.isEmpty() ? "" : "/" + given.get(1),
                    given.isEmpty() ? "no transport is given" : "more than one transport is given: " + given,
                    "Give exactly one of " + String.join(", ", KINDS));
            return null;
        }
        String kind = given.get(0);
        JsonNode declared = manifest.get(kind);
        String at = "/" + kind;
        if (kind.equals("rest")) {
            return rest(declared, at);
        }
        String url = new Resolved(settings, problems).text(declared.path("url").asText(), at + "/url");
        AuthReader auth = new AuthReader(settings, problems);
        return switch (kind) {
            case "soap" ->
                new Transport.Soap(
                        url,
                        auth.soap(declared.path("auth"), at + "/auth"),
                        timeout(declared),
                        rate(declared),
                        wsdl(declared, at),
                        declared.path("service").asText(),
                        declared.path("port").asText(),
                        declared.path("namespace").asText(),
                        largest(declared),
                        trust(declared, at));
            case "file" ->
                new Transport.FileDrop(
                        DropReader.folder(url),
                        new DropReader(folder, settings, problems).server(url, declared),
                        auth.keyOrPassword(declared.path("auth"), at + "/auth"),
                        timeout(declared),
                        rate(declared),
                        finished(declared),
                        Durations.of(declared.path("settle").asText("10s")),
                        Durations.bytes(declared.path("largest").asText("1024MB")),
                        Durations.bytes(declared.path("unpacked").asText("1024MB")),
                        false);
            case "jms" ->
                new Transport.Jms(
                        broker(url, at),
                        auth.login(declared.path("auth")),
                        timeout(declared),
                        rate(declared),
                        Durations.bytes(declared.path("largest").asText("1MB")),
                        trust(declared, at));
            case "push" ->
                new Transport.Push(
                        auth.seal(declared.path("auth")),
                        timeout(declared),
                        rate(declared),
                        Durations.bytes(declared.path("largest").asText("1MB")),
                        Durations.of(declared.path("tolerance").asText("5m")));
            default ->
                new Transport.Sql(
                        url,
                        auth.login(declared.path("auth")),
                        timeout(declared),
                        rate(declared),
                        declared.path("fetchSize").asInt(FETCH_SIZE));
        };
    }

    private String broker(String url, String at) {
        // Without its value a setting is a problem of its own, or the manifest is read without any.
        boolean known = !url.contains("${") && !url.startsWith("unset.");
        if (known && !BROKER.matcher(url).matches()) {
            problems.at(
                    at + "/url",
                    "the address is not one of a broker",
                    "Write tcp://host:61616 or ssl:// for Artemis, amqp://host:5672 or amqps:// for AMQP 1.0,"
                            + " and nothing behind");
        }
        return url;
    }

    /** Reads how sinks are reached: by {@code deliver:}, else by the transport of the streams where that is rest; null for no way. */
    Transport.@Nullable Rest entrance(JsonNode manifest, Transport transport) {
        if (manifest.has("deliver")) {
            return rest(manifest.get("deliver"), "/deliver");
        }
        return transport instanceof Transport.Rest rest ? rest : null;
    }

    private Transport.Rest rest(JsonNode declared, String at) {
        return new Transport.Rest(
                new Resolved(settings, problems).text(declared.path("url").asText(), at + "/url"),
                new AuthReader(settings, problems).read(declared.path("auth"), at + "/auth"),
                timeout(declared),
                rate(declared),
                Texts.map(declared.path("headers")),
                largest(declared),
                trust(declared, at));
    }

    private Path wsdl(JsonNode declared, String at) {
        Path wsdl = folder.resolve(declared.path("wsdl").asText()).normalize();
        if (!wsdl.startsWith(folder) || !Files.isRegularFile(wsdl)) {
            problems.at(at + "/wsdl", "the file is not in the folder", "Put the portal's WSDL under contract/");
        }
        return wsdl;
    }

    private @Nullable Path trust(JsonNode declared, String at) {
        if (!declared.has("trust")) {
            return null;
        }
        Path file = folder.resolve(declared.get("trust").asText()).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            problems.at(at + "/trust", "the file is not in the folder", "Put the certificates (PEM) under contract/");
        }
        return file;
    }

    private static Transport.Finished finished(JsonNode declared) {
        return switch (declared.path("finished").asText("settled")) {
            case "renamed" -> Transport.Finished.RENAMED;
            case "done-file" -> Transport.Finished.DONE_FILE;
            default -> Transport.Finished.SETTLED;
        };
    }

    private static long largest(JsonNode declared) {
        return Durations.bytes(declared.path("largest").asText("32MB"));
    }

    private static Duration timeout(JsonNode declared) {
        return Durations.of(declared.path("timeout").asText("30s"));
    }

    private static @Nullable Rate rate(JsonNode declared) {
        return declared.has("rate") ? Durations.rate(declared.get("rate").asText()) : null;
    }
}
