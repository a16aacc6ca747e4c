package in.sangam.app.settle;

/** The newest version of one record, as the portal's own ledger has it. */
record LedgerRecord(StreamName stream, String sourceId, String version) {}
