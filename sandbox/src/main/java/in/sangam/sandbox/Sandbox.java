package in.sangam.sandbox;

import in.sangam.sandbox.control.ControlServlet;
import in.sangam.sandbox.control.FaultSwitch;
import in.sangam.sandbox.control.Faults;
import in.sangam.sandbox.control.Portal;
import in.sangam.sandbox.home.Ports;
import in.sangam.sandbox.home.SandboxFolder;
import in.sangam.sandbox.home.Secrets;
import in.sangam.sandbox.home.Tables;
import in.sangam.sandbox.portal.Access;
import in.sangam.sandbox.portal.PortalServer;
import in.sangam.sandbox.portal.cpgrams.CpgramsServlet;
import in.sangam.sandbox.portal.dashboard.DashboardServlet;
import in.sangam.sandbox.portal.drops.DropFolders;
import in.sangam.sandbox.portal.grievance.DatabaseDoor;
import in.sangam.sandbox.portal.grievance.FilingServlet;
import in.sangam.sandbox.portal.grievance.ReaderRole;
import in.sangam.sandbox.portal.hrms.EmployeeServlet;
import in.sangam.sandbox.portal.mission.MissionServlet;
import in.sangam.sandbox.portal.rtps.RtpsServlet;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * The running portals over filled tables. {@link #addresses()} says where they are and with which credentials, in
 * the words that a connector's manifest uses.
 */
final class Sandbox implements AutoCloseable {

    private static final String READER = "hub";

    private final PortalServer portals;
    private final PortalServer control;
    private final DatabaseDoor door;
    private final Properties addresses = new Properties();

    Sandbox(SandboxFolder folder, Tables tables, int port, int controlPort) throws SQLException {
        Secrets secrets = new Secrets(folder);
        Ports ports = new Ports(folder);
        Faults faults = new Faults(tables);

        ReaderRole.open(tables.lokShikayat(), secrets.secret("lok-shikayat.password"));
        door = new DatabaseDoor(
                ports.choose("lok-shikayat", 0), tables.toLokShikayat().port(), faults.of(Portal.LOK_SHIKAYAT));
        portals = portals(ports.choose("portals", port), tables, faults, secrets);
        control = new PortalServer("control", ports.choose("control", controlPort));
        control.add(
                "/",
                Access.bearer(secrets.secret("control.token")),
                new FaultSwitch(),
                "/*",
                new ControlServlet(tables, faults));
        ports.remember("lok-shikayat", door.port());
        int portalPort = portals.start();
        ports.remember("portals", portalPort);
        int actualControlPort = control.start();
        ports.remember("control", actualControlPort);
        new DropFolders(folder.resolve("drops"), tables.portals())
                .drop()
                .forEach((portal, drops) -> addresses.setProperty(
                        portal + ".folder", drops.toAbsolutePath().toString()));
        describe("http://127.0.0.1:" + portalPort, "http://127.0.0.1:" + actualControlPort, secrets);
    }

    private static PortalServer portals(int port, Tables tables, Faults faults, Secrets secrets) {
        DataSource owner = tables.portals();
        PortalServer server = new PortalServer("portals", port);
        server.add(
                "/rtps",
                Access.bearer(secrets.secret("rtps.token")),
                faults.of(Portal.RTPS),
                "/api/v1/*",
                new RtpsServlet(owner, faults.of(Portal.RTPS)));
        server.add(
                "/hrms",
                new Access.InsideMessage(),
                faults.of(Portal.HRMS),
                "/services/*",
                new EmployeeServlet(owner, faults.of(Portal.HRMS), READER, secrets.secret("hrms.password")));
        server.add(
                "/cpgrams",
                new Access.Header("X-API-Key", secrets.secret("cpgrams.key")),
                faults.of(Portal.CPGRAMS),
                "/api/*",
                new CpgramsServlet(owner, faults.of(Portal.CPGRAMS)));
        server.add(
                "/lok-shikayat",
                Access.bearer(secrets.secret("lok-shikayat.filing.token")),
                faults.of(Portal.LOK_SHIKAYAT_FILING),
                "/*",
                new FilingServlet(tables));
        server.add(
                "/cm-dashboard",
                Access.bearer(secrets.secret("cm-dashboard.token")),
                faults.of(Portal.CM_DASHBOARD),
                "/api/v1/*",
                new DashboardServlet(owner));
        server.add(
                "/vikas-mission",
                Access.bearer(secrets.secret("vikas-mission.token")),
                faults.of(Portal.VIKAS_MISSION),
                "/api/v1/*",
                new MissionServlet(owner));
        return server;
    }

    private void describe(String portal, String controlUrl, Secrets secrets) {
        addresses.setProperty("rtps.url", portal + "/rtps");
        addresses.setProperty("hrms.url", portal + "/hrms/services/EmployeeService");
        addresses.setProperty("hrms.username", READER);
        addresses.setProperty("cpgrams.url", portal + "/cpgrams");
        addresses.setProperty("cm-dashboard.url", portal + "/cm-dashboard");
        addresses.setProperty("vikas-mission.url", portal + "/vikas-mission");
        addresses.setProperty("lok-shikayat.filing.url", portal + "/lok-shikayat");
        addresses.setProperty("control.url", controlUrl);
        addresses.setProperty(
                "lok-shikayat.url",
                "jdbc:postgresql://127.0.0.1:" + door.port() + "/lokshikayat?currentSchema=lokshikayat");
        addresses.setProperty("lok-shikayat.username", ReaderRole.NAME);
        for (String secret : new String[] {
            "rtps.token",
            "lok-shikayat.password",
            "lok-shikayat.filing.token",
            "hrms.password",
            "cpgrams.key",
            "cm-dashboard.token",
            "vikas-mission.token",
            "control.token"
        }) {
            addresses.setProperty(secret, secrets.secret(secret));
        }
    }

    /** Returns the addresses and credentials of the portals. */
    Properties addresses() {
        return addresses;
    }

    @Override
    public void close() {
        control.close();
        portals.close();
        door.close();
    }
}
