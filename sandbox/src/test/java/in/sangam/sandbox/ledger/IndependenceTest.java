package in.sangam.sandbox.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import in.sangam.sandbox.ledger.planted.BorrowedClock;
import org.junit.jupiter.api.Test;

class IndependenceTest {

    private static final ArchRule RULE = noClasses()
            .that()
            .resideInAPackage("in.sangam.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "in.sangam.core..",
                    "in.sangam.store..",
                    "in.sangam.routes..",
                    "in.sangam.connectors..",
                    "in.sangam.feeds..",
                    "in.sangam.app..")
            .because("a ledger that shares code with the hub would share its mistakes");

    @Test
    void the_sandbox_shares_no_code_with_the_hub() {
        JavaClasses sandbox = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("in.sangam.sandbox");
        assertThat(sandbox).isNotEmpty();
        RULE.check(sandbox);
    }

    @Test
    void a_planted_import_of_the_hub_breaks_the_rule() {
        JavaClasses planted = new ClassFileImporter().importClasses(BorrowedClock.class);
        assertThatThrownBy(() -> RULE.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("in.sangam.core.PlantedClock");
    }
}
