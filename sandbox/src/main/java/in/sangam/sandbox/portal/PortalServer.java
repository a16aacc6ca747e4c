package in.sangam.sandbox.portal;

import in.sangam.sandbox.control.FaultSwitch;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** One HTTP server on 127.0.0.1 with a context for each portal, and a gate before each. */
public final class PortalServer implements AutoCloseable {

    private final Server server;
    private final ServerConnector connector;
    private final ContextHandlerCollection contexts = new ContextHandlerCollection();

    /** Makes a server that does not listen yet; port 0 takes any. */
    public PortalServer(String name, int port) {
        QueuedThreadPool threads = new QueuedThreadPool(64, 4);
        threads.setName(name);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setOutputBufferSize(64 * 1024);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(contexts);
    }

    /** Adds a portal; its servlet answers everything below the context path. */
    public void add(String contextPath, Access access, FaultSwitch faults, String servletPath, Servlet servlet) {
        ServletContextHandler context = new ServletContextHandler(contextPath);
        context.addFilter(new FilterHolder(new Gate(faults, access)), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(servlet), servletPath);
        contexts.addHandler(context);
    }

    /** Starts to listen and returns the port. */
    public int start() {
        try {
            server.start();
            return connector.getLocalPort();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "No server on 127.0.0.1:" + connector.getPort() + "; is the port taken? Choose another by --port",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The portals' HTTP server did not stop", e);
        }
    }
}
