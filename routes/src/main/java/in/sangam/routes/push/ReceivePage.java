package in.sangam.routes.push;

import in.sangam.core.AsOfClock;
import in.sangam.kit.Stream;
import in.sangam.kit.edge.Fetched;
import in.sangam.kit.edge.PageCutter;
import in.sangam.kit.edge.Sha256;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.routes.intake.BrokerUnavailable;
import in.sangam.routes.intake.PageSender;
import in.sangam.routes.push.PushRefused.Code;
import in.sangam.store.PushedMessages;
import in.sangam.store.PushedMessages.Message;
import in.sangam.store.StoreUnavailable;
import in.sangam.store.StreamHealth;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.dao.DataAccessException;

/**
 * Takes a pushed page through the edge and gives its receipt only when it is safely on the broker. A message that was taken before
 * gets its old receipt. Of one that was taken twice at once, or whose receipt was lost in a crash, the rows come twice; the version
 * guard makes the second time a no-op.
 */
final class ReceivePage implements Processor {

    private final Stream stream;
    private final Seal seal;
    private final PageSender sender;
    private final PushedMessages messages;
    private final StreamHealth health;
    private final AsOfClock asOf;
    private final Clock wallClock;

    ReceivePage(
            Stream stream,
            Seal seal,
            PageSender sender,
            PushedMessages messages,
            StreamHealth health,
            AsOfClock asOf,
            Clock wallClock) {
        this.stream = stream;
        this.seal = seal;
        this.sender = sender;
        this.messages = messages;
        this.health = health;
        this.asOf = asOf;
        this.wallClock = wallClock;
    }

    @Override
    public void process(Exchange exchange) {
        PushedPage page = exchange.getMessage().getBody(PushedPage.class);
        String id = seal.check(page, wallClock.instant());
        try {
            exchange.getMessage().setBody(received(id, page.body()));
        } catch (BrokerUnavailable | StoreUnavailable | DataAccessException away) {
            throw new PushRefused(
                    Code.NOT_NOW, "The hub cannot take pages now: send the same message again in a while", away);
        }
    }

    private Receipt received(String id, byte[] body) {
        String hash = Sha256.of(body);
        Message before = messages.find(stream.portal(), stream.name(), id).orElse(null);
        if (before != null && !before.contentHash().equals(hash)) {
            throw new PushRefused(
                    Code.OTHER_CONTENT,
                    "The message " + id + " came before with another content: give each content an id of its own");
        }
        if (before != null && before.taken()) {
            return new Receipt(before.receipt(), before.rows(), true);
        }
        Fetched fetched = read(body);
        Message message = messages.claim(
                stream.portal(), stream.name(), id, hash, fetched.rows().size());
        if (!message.contentHash().equals(hash)) {
            throw new PushRefused(
                    Code.OTHER_CONTENT,
                    "The message " + id + " came just now with another content: give each content an id of its own");
        }
        sender.send(PageCutter.cut(stream, stream.firstAsk(null, asOf.now()), fetched, wallClock.instant()));
        messages.taken(stream.portal(), stream.name(), id);
        health.succeeded(stream.portal(), stream.name());
        return new Receipt(message.receipt(), message.rows(), false);
    }

    /** Only who signs comes so far: what it sends may show in the stream's health. */
    private Fetched read(byte[] body) {
        try {
            return stream.edge().read(stream.firstAsk(null, asOf.now()), body, asOf.now());
        } catch (UnreadablePage page) {
            health.failed(
                    stream.portal(), stream.name(), "UNREADABLE_" + page.code(), String.valueOf(page.getMessage()));
            throw new PushRefused(
                    Code.UNREADABLE, page.getMessage() + " (" + page.code() + "); nothing of the page was taken", page);
        }
    }
}
