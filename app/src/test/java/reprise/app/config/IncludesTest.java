package reprise.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludesTest {
    @TempDir
    private Path directory;

    private void write(final String name, final String text) throws IOException {
        final Path path = directory.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String resolved(final String text) throws IOException {
        write("conf.yaml", text);
        return CanonicalYaml.of(Includes.resolve(YamlFile.read(directory.resolve("conf.yaml")), directory));
    }

    @Test
    void shouldPutAFileWhereItIsNamed() throws IOException {
        write("pairs.yaml", "a-b: {symbol1: A}\n");

        assertThat(resolved("x: 1\npairs: !include pairs.yaml\ny: 2\n"))
                .isEqualTo("x: 1\npairs:\n  a-b:\n    symbol1: A\ny: 2\n");
    }

    @Test
    void shouldTakeWhatIsBelowTheKeyOfTheSameName() throws IOException {
        write("pairs.yaml", "pairs: {a-b: {symbol1: A}}\n");

        assertThat(resolved("pairs: !include pairs.yaml\n")).isEqualTo("pairs:\n  a-b:\n    symbol1: A\n");
    }

    @Test
    void shouldJoinFilesOfAListAndOfADirectoryByName() throws IOException {
        write("rules/b.yaml", "rules: {second: {when: b}}\n");
        write("rules/a.json", "{\"rules\": {\"first\": {\"when\": \"a\"}}}\n");
        write("rules/notes.txt", "no rules\n");
        write("more.yaml", "third: {when: c}\n");

        assertThat(resolved("rules: !include [rules, more.yaml]\n"))
                .isEqualTo("rules:\n  first:\n    when: a\n  second:\n    when: b\n  third:\n    when: c\n");
    }

    @Test
    void shouldFindFilesBesideTheFileThatNamesThem() throws IOException {
        write("sub/outer.yaml", "inner: !include inner.yaml\n");
        write("sub/inner.yaml", "z: 1\n");

        assertThat(resolved("outer: !include sub/outer.yaml\n")).isEqualTo("outer:\n  inner:\n    z: 1\n");
    }

    @Test
    void shouldNameBothPlacesOfWhatIsGivenTwice() throws IOException {
        write("a.yaml", "one: {x: 1}\n");
        write("b.yaml", "\none: {x: 2}\n");

        assertThatThrownBy(() -> resolved("all: !include [a.yaml, b.yaml]\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessage(directory.resolve("b.yaml") + ":2: one is given already at " + directory.resolve("a.yaml")
                        + ":1");
    }

    @Test
    void shouldSayWhichFileIsMissingAndWhoNamesIt() {
        assertThatThrownBy(() -> resolved("x: 1\nall: !include nowhere.yaml\n"))
                .hasMessage(
                        directory.resolve("conf.yaml") + ":2: " + directory.resolve("nowhere.yaml") + ": no such file");
    }

    @Test
    void shouldEndACircle() throws IOException {
        write("a.yaml", "again: !include a.yaml\n");

        assertThatThrownBy(() -> resolved("all: !include a.yaml\n")).hasMessageContaining("is it a circle?");
    }
}
