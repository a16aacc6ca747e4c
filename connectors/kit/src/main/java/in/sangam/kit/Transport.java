package in.sangam.kit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a portal is reached; portals share transports, so that code grows with kinds of transport and not with portals. */
public sealed interface Transport {

    /** Returns how the hub shows who it is. */
    Auth auth();

    /** Returns the longest time that one request may take. */
    Duration timeout();

    /** Returns the rate that the portal allows, null when it sets none. */
    @Nullable
    Rate rate();

    /**
     * HTTP with JSON or XML.
     *
     * @param headers further headers of every request; no credential
     * @param largest most bytes of one answer, unpacked
     * @param trust certificates (PEM) that are trusted beside the machine's own, null for none; a file of the connector's folder
     */
    record Rest(
            String url,
            Auth auth,
            Duration timeout,
            @Nullable Rate rate,
            Map<String, String> headers,
            long largest,
            @Nullable Path trust)
            implements Transport {}

    /**
     * SOAP 1.1, document/literal.
     *
     * @param wsdl the contract, a file of the connector's folder
     * @param service local name of the service in the WSDL
     * @param port local name of the port in the WSDL
     * @param namespace target namespace of service and messages
     * @param largest most bytes of one answer, unpacked
     * @param trust certificates (PEM) that are trusted beside the machine's own, null for none
     */
    record Soap(
            String url,
            Auth auth,
            Duration timeout,
            @Nullable Rate rate,
            Path wsdl,
            String service,
            String port,
            String namespace,
            long largest,
            @Nullable Path trust)
            implements Transport {}

    /**
     * Files that the portal drops into a folder, of this machine or of an SFTP server.
     *
     * @param folder where they are dropped; on a server, its path there
     * @param server null for a folder of this machine
     * @param finished how the hub knows that a file is written to its end
     * @param settle how long a file must not have changed, where that is the sign
     * @param largest most bytes of one file
     * @param largestUnpacked most bytes of one workbook when unpacked
     * @param untouched whether files stay where they lie, as they are: for what is tried and not taken
     */
    record FileDrop(
            Path folder,
            @Nullable SftpServer server,
            Auth auth,
            Duration timeout,
            @Nullable Rate rate,
            Finished finished,
            Duration settle,
            long largest,
            long largestUnpacked,
            boolean untouched)
            implements Transport {

        /** Returns the same, whose server is known by the keys of another file; throws where it is a folder of this machine. */
        public FileDrop knownBy(Path keys) {
            SftpServer of = Objects.requireNonNull(server, "a folder of a server");
            return new FileDrop(
                    folder,
                    new SftpServer(of.host(), of.port(), keys),
                    auth,
                    timeout,
                    rate,
                    finished,
                    settle,
                    largest,
                    largestUnpacked,
                    untouched);
        }

        /** Returns the same, of which nothing is ever moved, renamed or written. */
        public FileDrop leftUntouched() {
            return new FileDrop(folder, server, auth, timeout, rate, finished, settle, largest, largestUnpacked, true);
        }
    }

    /**
     * Where a folder lies that is reached over SFTP.
     *
     * @param knownHosts file with the keys by which the server is known, as OpenSSH has it; no other key is accepted
     */
    record SftpServer(String host, int port, Path knownHosts) {}

    /** The sign that a dropped file is whole. */
    enum Finished {
        /** It has its name: while it is written it has another, e.g. one that ends in {@code .part}. */
        RENAMED,
        /** A file of its name and {@code .done} lies beside it. */
        DONE_FILE,
        /** Neither its size nor its time has changed for a while. */
        SETTLED
    }

    /**
     * The portal calls the hub.
     *
     * @param largest most bytes of one page
     * @param tolerance how far the time of a signature may lie from the hub's clock
     */
    record Push(Auth auth, Duration timeout, @Nullable Rate rate, long largest, Duration tolerance)
            implements Transport {}

    /**
     * A queue of the portal's own broker.
     *
     * @param url {@code tcp://} or {@code ssl://} for Artemis, {@code amqp://} or {@code amqps://} for AMQP 1.0; host and port alone
     * @param largest most bytes of one message
     * @param trust certificates (PEM) that are trusted beside the machine's own, null for none
     */
    record Jms(String url, Auth auth, Duration timeout, @Nullable Rate rate, long largest, @Nullable Path trust)
            implements Transport {}

    /**
     * A database, only read.
     *
     * @param url JDBC URL
     */
    record Sql(String url, Auth auth, Duration timeout, @Nullable Rate rate, int fetchSize) implements Transport {}
}
