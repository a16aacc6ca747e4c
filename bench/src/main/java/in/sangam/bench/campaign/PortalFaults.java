package in.sangam.bench.campaign;

import java.util.List;
import java.util.Map;

/** What portals do wrong, by the switches of the sandbox. */
final class PortalFaults {

    private static final int NEWS = 200;
    private static final int TIMES = 4;

    private static final List<String> HTTP = List.of("rtps", "cpgrams", "hrms");
    private static final List<String> JSON = List.of("rtps", "cpgrams");

    private PortalFaults() {}

    static List<Fault> rows() {
        return List.of(
                new Fault("portals answer 500", stage -> each(stage, Map.of("status-500", HTTP))),
                new Fault("portals answer 429", stage -> each(stage, Map.of("status-429", HTTP))),
                new Fault("portals drop the connection", stage -> each(stage, Map.of("down", HTTP))),
                new Fault("portals are slow", stage -> each(stage, Map.of("slow", HTTP), 1)),
                new Fault("one portal takes 30 s an answer", SlowPortal::strike),
                new Fault(
                        "portals answer garbage",
                        stage -> each(stage, Map.of("html-200", HTTP, "truncated-json", JSON))),
                new Fault("a portal repeats pages", stage -> each(stage, Map.of("repeat-page", JSON))),
                new Fault("rows that no one can read", PortalFaults::poisonedRows),
                new Fault(
                        "the receiving portal fails and loses answers",
                        stage -> each(
                                stage,
                                Map.of(
                                        "status-500",
                                        List.of("cm-dashboard"),
                                        "lost-answer",
                                        List.of("cm-dashboard")))));
    }

    private static void each(Stage stage, Map<String, List<String>> portalsByFault) throws Exception {
        each(stage, portalsByFault, TIMES);
    }

    private static void each(Stage stage, Map<String, List<String>> portalsByFault, int times) throws Exception {
        for (Map.Entry<String, List<String>> fault : portalsByFault.entrySet()) {
            for (String portal : fault.getValue()) {
                stage.portals.fault(portal, fault.getKey(), times);
            }
        }
        stage.news(NEWS);
    }

    /** Bad rows among good ones of the same pages: they alone go to quarantine. */
    private static void poisonedRows(Stage stage) throws Exception {
        for (String portal : HTTP) {
            stage.portals.fault(portal, "unknown-district", 2);
            stage.portals.fault(portal, "odd-date", 1);
        }
        stage.portals.fault("lok-shikayat", "unknown-status", 2);
        stage.news(NEWS);
    }
}
