package in.sangam.routes.check;

import in.sangam.kit.Transport;
import in.sangam.routes.reach.PortalQueue;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a portal listens.
 *
 * @param tls whether the address itself asks for TLS from the first byte
 * @param trust certificates that are trusted beside the machine's own
 */
record PortalAddress(String host, int port, boolean tls, @Nullable Path trust) {

    private static final Pattern DATABASE = Pattern.compile(
            "jdbc:(?<kind>[a-z]+):.*?(?://|@(?://)?)(?<host>\\[[^]]+]|[^/:;?,@]+)(?::(?<port>[0-9]+))?(?:[/:;?,].*)?");
    private static final Map<String, Integer> USUAL =
            Map.of("postgresql", 5432, "mysql", 3306, "mariadb", 3306, "sqlserver", 1433, "oracle", 1521);
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Returns the address of a transport; empty where there is none, or none that can be told. */
    static Optional<PortalAddress> of(Transport transport) {
        if (transport instanceof Transport.Rest rest) {
            return web(rest.url(), rest.trust());
        }
        if (transport instanceof Transport.Soap soap) {
            return web(soap.url(), soap.trust());
        }
        if (transport instanceof Transport.Jms jms) {
            URI url = URI.create(jms.url());
            boolean tls = url.getScheme().equals("ssl") || url.getScheme().equals("amqps");
            return Optional.of(new PortalAddress(bare(url.getHost()), PortalQueue.port(url), tls, jms.trust()));
        }
        if (transport instanceof Transport.FileDrop drop) {
            Transport.SftpServer server = drop.server();
            return server == null
                    ? Optional.empty()
                    : Optional.of(new PortalAddress(server.host(), server.port(), false, null));
        }
        return transport instanceof Transport.Sql sql ? database(sql.url()) : Optional.empty();
    }

    private static Optional<PortalAddress> web(String url, @Nullable Path trust) {
        URI address = URI.create(url);
        boolean tls = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : tls ? HTTPS : HTTP;
        return address.getHost() == null
                ? Optional.empty()
                : Optional.of(new PortalAddress(bare(address.getHost()), port, tls, trust));
    }

    private static Optional<PortalAddress> database(String url) {
        Matcher found = DATABASE.matcher(url);
        if (!found.matches()) {
            return Optional.empty();
        }
        String port = found.group("port");
        int usual = USUAL.getOrDefault(found.group("kind"), 0);
        int number = port == null ? usual : Integer.parseInt(port);
        return number == 0
                ? Optional.empty()
                : Optional.of(new PortalAddress(bare(found.group("host")), number, false, null));
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
