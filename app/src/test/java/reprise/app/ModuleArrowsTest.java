package reprise.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which module may know which; inside engine-core its own test says so. */
class ModuleArrowsTest {
    private static final String[] ENGINE_CORE = {
        "reprise.state..",
        "reprise.number..",
        "reprise.time..",
        "reprise.calendar..",
        "reprise.market..",
        "reprise.bar..",
        "reprise.indicator..",
        "reprise.order..",
        "reprise.portfolio..",
        "reprise.risk..",
        "reprise.message..",
        "reprise.port..",
        "reprise.strategy..",
        "reprise.core..",
        "reprise.pipeline.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("reprise");

    @Test
    void shouldLetNobodyKnowTheProgram() {
        noClasses()
                .that()
                .resideOutsideOfPackage("reprise.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("reprise.app..")
                .check(CLASSES);
    }

    @Test
    void shouldLetTheCoreKnowNoSibling() {
        noClasses()
                .that()
                .resideInAnyPackage(ENGINE_CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "reprise.journal..",
                        "reprise.simulation..",
                        "reprise.strategies..",
                        "reprise.alpaca..",
                        "reprise.testkit..")
                .check(CLASSES);
    }

    @Test
    void shouldLetStrategiesKnowOnlyWhatAStrategySees() {
        classes()
                .that()
                .resideInAPackage("reprise.strategies..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "reprise.strategies..",
                        "reprise.strategy..",
                        "reprise.state..",
                        "reprise.number..",
                        "reprise.time..",
                        "reprise.calendar..",
                        "reprise.market..",
                        "reprise.bar..",
                        "reprise.indicator..",
                        "reprise.order..",
                        "reprise.portfolio..",
                        "reprise.exit..",
                        "reprise.signal..",
                        "reprise.execution..",
                        "reprise.parameter..")
                .check(CLASSES);
    }

    @Test
    void shouldLetAdaptersKnowOnlyPortsAndVocabulary() {
        noClasses()
                .that()
                .resideInAPackage("reprise.alpaca..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "reprise.core..",
                        "reprise.pipeline..",
                        "reprise.strategy..",
                        "reprise.journal..",
                        "reprise.simulation..",
                        "reprise.strategies..",
                        "reprise.research..")
                .check(CLASSES);
    }

    @Test
    void shouldLetResearchKnowNoOtherModule() {
        classes()
                .that()
                .resideInAPackage("reprise.research..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "reprise.research..")
                .check(CLASSES);
    }

    @Test
    void shouldLetTheJournalKnowOnlyMessagesAndPorts() {
        noClasses()
                .that()
                .resideInAPackage("reprise.journal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "reprise.core..",
                        "reprise.pipeline..",
                        "reprise.strategy..",
                        "reprise.strategies..",
                        "reprise.simulation..",
                        "reprise.order..",
                        "reprise.portfolio..",
                        "reprise.risk..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "net.openhft.., reprise.journal..",
        "com.lmax.., reprise.pipeline..",
        "reprise.message.codec.., reprise.message..",
        "picocli.., reprise.app..",
        "okhttp3.., reprise.alpaca..",
        "org.snakeyaml.., reprise.app..",
    })
    void shouldImportALibraryInOnePlaceOnly(final String library, final String place) {
        noClasses()
                .that()
                .resideOutsideOfPackages(place, library)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void shouldKeepTestCodeOutOfTheProduct() {
        noClasses()
                .that()
                .resideOutsideOfPackage("reprise.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("reprise.testkit..", "org.junit..", "org.assertj..")
                .check(CLASSES);
    }
}
