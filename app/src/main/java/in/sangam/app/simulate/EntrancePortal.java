package in.sangam.app.simulate;

import com.sun.net.httpserver.HttpExchange;
import in.sangam.kit.Connector;

/** The HTTP entrance of a portal whose streams come another way: it takes deliveries and gives nothing. */
final class EntrancePortal extends HttpPortal {

    EntrancePortal(Manifest manifest, Connector connector, int port) {
        super(manifest, Manifest.DELIVER, connector, port);
    }

    @Override
    boolean knows(HttpExchange exchange, String body) {
        return true;
    }

    @Override
    Answer refusal() {
        return new Answer(401, "text/plain", "wrong credential");
    }

    @Override
    Answer answer(HttpExchange exchange, String body) {
        return new Answer(404, "text/plain", "no such path");
    }
}
