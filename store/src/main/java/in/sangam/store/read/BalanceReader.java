package in.sangam.store.read;

import in.sangam.store.Accounts;
import in.sangam.store.Outbox;
import java.util.List;
import javax.sql.DataSource;

/** Both balances: received = stored + unchanged + superseded + quarantined, and published = acknowledged + refused + pending. */
public final class BalanceReader {

    private final Accounts accounts;
    private final Outbox outbox;

    public BalanceReader(DataSource database) {
        this.accounts = new Accounts(database);
        this.outbox = new Outbox(database);
    }

    /** Returns what became of the rows received, per portal, stream and day of fetch. */
    public List<Accounts.Line> received() {
        return accounts.all();
    }

    /** Returns what became of the deliveries published, per sink. */
    public List<Outbox.Counts> published() {
        return outbox.counts();
    }
}
