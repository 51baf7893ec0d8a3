package reprise;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.core.EngineCore;

/** The house rules that a compiler does not know. */
@Tag("once")
class ArchitectureTest {
    /** A package may know those before it. */
    private static final List<String> ORDER = List.of(
            "state",
            "number",
            "time",
            "calendar",
            "market",
            "guard",
            "bar",
            "indicator",
            "order",
            "portfolio",
            "risk",
            "monitor",
            "exit",
            "signal",
            "execution",
            "reconciliation",
            "message",
            "port",
            "parameter",
            "strategy",
            "core",
            "pipeline");

    private static final String CODECS = "reprise.message.codec..";

    /** The deterministic packages: all but those that speak in bytes or threads. */
    private static final String[] DETERMINISTIC = ORDER.stream()
            .filter(name -> !List.of("message", "port", "parameter", "pipeline").contains(name))
            .map(name -> "reprise." + name + "..")
            .toArray(String[]::new);

    /** All that lies where the core lies, and nothing else. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(EngineCore.class.getProtectionDomain().getCodeSource().getLocation());

    static Stream<String> packages() {
        return ORDER.stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void shouldKnowOnlyPackagesToTheLeft(final String name) {
        final String[] right = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
                .map(other -> "reprise." + other + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("reprise." + name + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(right))
                .check(CLASSES);
    }

    @Test
    void shouldPlaceEveryPackageInTheOrder() {
        final List<String> packages = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("reprise.message.codec"))
                .map(name -> name.substring("reprise.".length()))
                .distinct()
                .toList();

        assertThat(packages).containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void shouldExplainEveryPackage() {
        for (final String name : ORDER) {
            final JavaPackage javaPackage = CLASSES.getPackage("reprise." + name);
            assertThat(javaPackage.tryGetPackageInfo())
                    .as("package-info of %s", name)
                    .isPresent();
        }
    }

    @Test
    void shouldKnowCodecsInMessageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("reprise.message..")
                .should()
                .dependOnClassesThat(resideInAPackage(CODECS))
                .check(CLASSES);
    }

    @Test
    void shouldKnowTheDisruptorAndThreadsInPipelineOnly() {
        final DescribedPredicate<JavaClass> threads = resideInAnyPackage("com.lmax..", "java.util.concurrent..")
                .or(DescribedPredicate.describe(
                        "threads",
                        type -> type.isAssignableTo(Thread.class)
                                || type.isEquivalentTo(ThreadLocal.class)
                                || type.isEquivalentTo(Runnable.class)));

        noClasses()
                .that(not(resideInAnyPackage("reprise.pipeline..", CODECS)))
                .should()
                .dependOnClassesThat(threads)
                .check(CLASSES);
    }

    @Test
    void shouldKnowNoBuffersLogsOrFilesInTheDeterministicPackages() {
        noClasses()
                .that()
                .resideInAnyPackage(DETERMINISTIC)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.agrona",
                        "org.agrona.concurrent..",
                        "org.agrona.sbe..",
                        "java.io..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.net..",
                        "java.lang.reflect..",
                        "java.util.logging..",
                        "java.sql..",
                        "org.slf4j.."))
                .check(CLASSES);
    }

    @Test
    void shouldUseNoLibraryButTheVettedOnes() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "reprise..", "org.agrona..", "com.lmax.disruptor.."))
                .check(CLASSES);
    }

    @Test
    void shouldKeepStateFreeOfHashOrder() {
        noClasses()
                .that()
                .resideInAnyPackage(DETERMINISTIC)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "sets and maps whose order is that of hashes",
                        type -> type.isEquivalentTo(java.util.HashMap.class)
                                || type.isEquivalentTo(java.util.HashSet.class)))
                .check(CLASSES);
    }
}
