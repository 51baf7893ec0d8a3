package reprise.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndicatorDocumentationTest {
    @Test
    void shouldDescribeTheCatalogAsItIs() throws IOException {
        final String page = CatalogPage.markdown(IndicatorCatalog.shipped());
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "indicators.md"), page);

        assertThat(Files.readString(docs().resolve("indicators.md")))
                .as("docs/indicators.md is stale; the right one is engine-core/target/indicators.md")
                .isEqualTo(page);
    }

    /** The example of docs/extending.md is this module's own, compiled and run by its test. */
    @Test
    void shouldShowTheExampleThatIsRun() throws IOException {
        final String page = Files.readString(docs().resolve("extending.md"));
        for (final String name : List.of("ForceIndex", "ForceIndexTest")) {
            final String source = Files.readString(Path.of("src/test/java/reprise/example/" + name + ".java"));
            assertThat(page).as("docs/extending.md shows %s", name).contains("```java\n" + source + "```");
        }
    }

    @Test
    void shouldExplainEveryIndicator() {
        for (final CatalogPage.Entry entry : CatalogPage.entries(IndicatorCatalog.shipped())) {
            assertThat(entry.title()).as("title of %s", entry.name()).isNotBlank();
            assertThat(entry.formula()).as("formula of %s", entry.name()).isNotBlank();
            assertThat(entry.source()).as("source of %s", entry.name()).isNotBlank();
        }
    }

    private static Path docs() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/decisions"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs");
    }
}
