package in.sangam.routes.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hosts that a JDBC URL names, in the forms of PostgreSQL, MariaDB, SQL Server and Oracle; a URL may name several. */
public final class DatabaseAddress {

    private static final Pattern AUTHORITY = Pattern.compile(
            "jdbc:[a-z]+:(?:[a-z]+:)*(?:@//|//|@)(?:[^/@?;(]*@)?(?<hosts>[^/?;(]+).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROPERTY =
            Pattern.compile("(?:host|servername)\\s*=\\s*(?<host>[^)(;&?,\\s]+)", Pattern.CASE_INSENSITIVE);

    private DatabaseAddress() {}

    /** Returns the hosts without their ports; none where the driver's own default is meant. */
    public static List<String> hosts(String url) {
        List<String> hosts = new ArrayList<>();
        Matcher authority = AUTHORITY.matcher(url);
        if (authority.matches()) {
            for (String each : authority.group("hosts").split(",")) {
                String host = host(each.strip());
                if (!host.isEmpty() && !host.contains("=")) {
                    hosts.add(host);
                }
            }
        }
        Matcher property = PROPERTY.matcher(url);
        while (property.find()) {
            hosts.add(host(property.group("host")));
        }
        return hosts;
    }

    private static String host(String hostAndPort) {
        if (hostAndPort.startsWith("[")) {
            int end = hostAndPort.indexOf(']');
            return hostAndPort.substring(1, end < 0 ? hostAndPort.length() : end);
        }
        return hostAndPort.replaceFirst("[:\\\\].*", "");
    }
}
