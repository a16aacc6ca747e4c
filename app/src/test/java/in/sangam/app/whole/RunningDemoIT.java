package in.sangam.app.whole;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/**
 * All tests of the one {@link RunningDemo}, in one JVM, while the other one runs those with hubs of their own. In this order:
 * pages are read before portals fail, and hub and ledger are compared before a portal comes that the ledger does not know.
 */
@Suite
@SelectClasses({
    RankingBrowserIT.class,
    PortalFaultsIT.class,
    OwnDatabaseIT.class,
    PersonalDataIT.class,
    PagesAccessIT.class,
    NewPortalIT.class,
    JolokiaIT.class,
    HawtioBrowserIT.class,
    ConnectorControlIT.class,
    ComplaintsTwoWayIT.class
})
class RunningDemoIT {}
