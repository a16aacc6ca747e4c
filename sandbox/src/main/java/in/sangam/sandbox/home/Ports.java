package in.sangam.sandbox.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Properties;

/** The TCP ports on loopback that a sandbox used last, so that its addresses survive a restart when they are free. */
public final class Ports {

    private static final String FILE = "ports.properties";

    private final SandboxFolder folder;
    private final Properties kept;

    public Ports(SandboxFolder folder) {
        this.folder = folder;
        this.kept = folder.read(FILE);
    }

    /** Returns the port to listen on: the asked one, else the last one when it is free, else 0 for any. */
    public int choose(String name, int asked) {
        if (asked != 0) {
            return asked;
        }
        int last = Integer.parseInt(kept.getProperty(name, "0"));
        return last != 0 && isFree(last) ? last : 0;
    }

    /** Remembers the port that a server got. */
    public void remember(String name, int port) {
        kept.setProperty(name, Integer.toString(port));
        folder.write(FILE, kept, "Ports that the sandbox used last");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
