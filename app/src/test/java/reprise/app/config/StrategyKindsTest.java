package reprise.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.strategies.StrategyCatalog;
import reprise.strategy.StrategyKind;

/** Users' own strategies, as jars that are compiled here. */
class StrategyKindsTest {
    private static final String SOURCE = """
            package mine;

            import reprise.parameter.Kind;
            import reprise.parameter.Parameter;
            import reprise.state.StateExchange;
            import reprise.strategy.*;

            public final class MyKind implements StrategyKind<MyKind.Knobs> {
                public record Knobs(@Parameter(meaning = "what", kind = Kind.SYMBOL) String instrument) {}

                public String name() { return "%s"; }
                public String summary() { return "Does nothing."; }
                public Class<Knobs> parameters() { return Knobs.class; }
                public Strategy create(Knobs knobs) {
                    return new Strategy() {
                        public void onStart(StrategyContext context) {}
                        public void onRestore(StrategyContext context) {}
                        public void exchange(StateExchange state) {}
                    };
                }
            }
            """;

    @TempDir
    private Path directory;

    private void jar(final String file, final String kind, final String service) throws IOException {
        final Path source =
                Files.createDirectories(directory.resolve("src-" + file)).resolve("MyKind.java");
        Files.writeString(source, SOURCE.formatted(kind));
        final Path classes = Files.createDirectories(directory.resolve("classes-" + file));
        final int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
        assertThat(compiled).isZero();
        final Path plugins = Files.createDirectories(directory.resolve("plugins"));
        try (OutputStream out = Files.newOutputStream(plugins.resolve(file));
                JarOutputStream jar = new JarOutputStream(out)) {
            for (final String name : List.of("mine/MyKind.class", "mine/MyKind$Knobs.class", "mine/MyKind$1.class")) {
                add(jar, name, Files.readAllBytes(classes.resolve(name)));
            }
            add(jar, "META-INF/services/" + StrategyKind.class.getName(), service.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(final JarOutputStream jar, final String name, final byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    private Map<String, StrategyKind<?>> load() {
        return StrategyKinds.load(directory.resolve("plugins"));
    }

    @Test
    void shouldKnowWhatShipsWithoutAnyPlugin() {
        assertThat(load().values()).containsExactlyElementsOf(StrategyCatalog.shipped());
    }

    @Test
    void shouldFindAUsersStrategyInAJar() throws IOException {
        jar("mine.jar", "mine", "mine.MyKind");

        final StrategyKind<?> kind = load().get("mine");

        assertThat(kind.summary()).isEqualTo("Does nothing.");
        assertThat(StrategyKinds.origin(kind)).isEqualTo("mine.jar");
    }

    @Test
    void shouldRefuseANameThatIsTaken() throws IOException {
        jar("mine.jar", "trend", "mine.MyKind");

        assertThatThrownBy(this::load)
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("mine.jar: there is a kind 'trend' already, in ");
    }

    @Test
    void shouldRefuseANameThatNobodyCanWrite() throws IOException {
        jar("mine.jar", "My Own", "mine.MyKind");

        assertThatThrownBy(this::load).hasMessageContaining("lower-case letters");
    }

    @Test
    void shouldNameTheJarsWhenOneCannotBeLoaded() throws IOException {
        jar("mine.jar", "mine", "mine.NoSuchKind");

        assertThatThrownBy(this::load)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("mine.jar")
                .hasMessageContaining("NoSuchKind");
    }
}
