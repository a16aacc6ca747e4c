package in.sangam.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.assertj.core.api.Assertions;

/**
 * Imports run one way: app → feeds, routes → store, connectors/kit → core. So each module can be understood, tested and
 * replaced with what lies below it alone, and two modules can never need each other.
 */
@AnalyzeClasses(packages = "in.sangam", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportsRunOneWayTest {

    private static final String CORE = "in.sangam.core..";
    private static final String KIT = "in.sangam.kit..";
    private static final String STORE = "in.sangam.store..";
    private static final String ROUTES = "in.sangam.routes..";
    private static final String FEEDS = "in.sangam.feeds..";
    private static final String APP = "in.sangam.app..";
    private static final String SANDBOX = "in.sangam.sandbox..";

    @ArchTest
    static final ArchRule core_knows_nobody = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(KIT, STORE, ROUTES, FEEDS, APP, SANDBOX)
            .because("the words of the hub must not know who uses them");

    @ArchTest
    static final ArchRule core_is_plain_java = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", "org.springframework..", "java.sql..", "javax.sql..", "jakarta..")
            .because("clocks, measures and marks are tested without a server and outlive every framework");

    @ArchTest
    static final ArchRule kit_knows_only_core = noClasses()
            .that()
            .resideInAPackage(KIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STORE, ROUTES, FEEDS, APP, SANDBOX, "org.apache.camel..", "org.springframework..")
            .because("a connector folder is read and certified without a running hub");

    @ArchTest
    static final ArchRule store_knows_only_core = noClasses()
            .that()
            .resideInAPackage(STORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(KIT, ROUTES, FEEDS, APP, SANDBOX, "org.apache.camel..", "jakarta.jms..")
            .because("a page is stored the same whoever brings it");

    @ArchTest
    static final ArchRule routes_and_feeds_do_not_know_each_other = noClasses()
            .that()
            .resideInAPackage(ROUTES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEEDS, APP, SANDBOX)
            .because("what comes in and what goes out meet in the store alone");

    @ArchTest
    static final ArchRule feeds_never_reach_into_routes = noClasses()
            .that()
            .resideInAPackage(FEEDS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROUTES, APP, SANDBOX, KIT)
            .because("a page that officials read must not depend on how a portal is reached");

    @ArchTest
    static void every_module_is_looked_at(JavaClasses classes) {
        for (String module : new String[] {"core", "kit", "store", "routes", "feeds", "app"}) {
            Assertions.assertThat(classes.stream()
                            .filter(each -> each.getPackageName().startsWith("in.sangam." + module)))
                    .as("classes of " + module)
                    .isNotEmpty();
        }
    }
}
