package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import reprise.app.config.SecretHolder;

/** Whoever reads all that the program prints, writes and shows of itself to the tools of a JDK learns no secret that it was given. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SecretsIT {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend-fast.yaml").toString();
    private static final String IN_ENVIRONMENT = "Kq7-environment-Zw4";
    private static final String IN_FILE = "Xb9-file-Lm2";
    private static final String TYPED = "Ty5-typed-Rn8";

    @TempDir
    private Path directory;

    @TempDir
    private Path safe;

    private Path key;
    private Process holder;

    @BeforeEach
    void writeKey() throws IOException {
        key = Files.writeString(safe.resolve("key"), IN_FILE + "\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    @AfterEach
    void end() {
        if (holder != null) {
            holder.destroyForcibly();
        }
    }

    /** Every file that was left, whatever it is. */
    private void assertNothingIsLeaked() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            final List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(2);
            assertThat(all)
                    .allSatisfy(file -> assertThat(bytes(file))
                            .as("%s", directory.relativize(file))
                            .doesNotContain(IN_ENVIRONMENT, IN_FILE, TYPED));
        }
    }

    private static String bytes(final Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder withSecrets(final ProcessBuilder builder, final String name) {
        builder.environment().put(SecretHolder.VARIABLE, IN_ENVIRONMENT);
        return builder.redirectOutput(directory.resolve(name + "-out.txt").toFile())
                .redirectError(directory.resolve(name + "-err.txt").toFile());
    }

    private void run(final String name, final String... arguments) throws IOException, InterruptedException {
        final Process process = withSecrets(Program.builder(directory, List.of(), arguments), name)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(name).isTrue();
        assertThat(process.exitValue())
                .as(() -> bytes(directory.resolve(name + "-err.txt")))
                .isZero();
    }

    @Test
    void shouldShowNoSecretOfAProcessThatHoldsSome() throws IOException, InterruptedException {
        // What the manifest of engine.jar says to a JVM that is started by it, and this test's JVM was told as well.
        final List<String> opened = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-"))
                .toList();
        final List<String> command = Program.builder(directory, opened).command();
        command.replaceAll(argument -> argument.equals("-jar") ? "-cp" : argument);
        command.replaceAll(argument -> argument.endsWith("engine.jar")
                ? argument + ":" + Program.root().resolve("app/target/test-classes")
                : argument);
        final List<String> all = new ArrayList<>(command);
        all.addAll(List.of(SecretHolder.class.getName(), key.toString(), "run", CONF));
        all.addAll(List.of("--data", "synthetic:bars=1000000,seed=7,period=5m,price=40000", "--speed", "360000"));
        all.addAll(List.of("--journal", "journal", "--out", "out"));
        holder = withSecrets(new ProcessBuilder(all).directory(directory.toFile()), "holder")
                .start();
        while (!Files.exists(directory.resolve("journal/journal.properties"))) {
            assertThat(holder.isAlive())
                    .as(() -> bytes(directory.resolve("holder-err.txt")))
                    .isTrue();
            Thread.onSpinWait();
        }

        for (final String look :
                List.of("Thread.print", "GC.class_histogram", "VM.system_properties", "VM.command_line")) {
            final Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(holder.pid()),
                            look)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve(look + ".txt").toFile())
                    .start();
            assertThat(jcmd.waitFor(60, TimeUnit.SECONDS)).as(look).isTrue();
        }
        holder.destroy();
        assertThat(holder.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(bytes(directory.resolve("holder-err.txt")))
                .as("it had them all the time")
                .contains(
                        "holds [***, ***] of " + IN_ENVIRONMENT.length() + " and " + IN_FILE.length() + " characters");
        assertThat(bytes(directory.resolve("Thread.print.txt"))).contains("\"main\"");
        assertThat(bytes(directory.resolve("GC.class_histogram.txt"))).contains("reprise.app.config.Secret");
        assertThat(directory.resolve("journal/conf.yaml")).exists();
        assertNothingIsLeaked();
    }

    @Test
    void shouldKeepTheEnvironmentOutOfWhatItPrintsAndWrites() throws IOException, InterruptedException {
        run("doctor", "doctor", CONF, "--json");
        run(
                "backtest",
                "backtest",
                CONF,
                "--data",
                "synthetic:bars=300,seed=7,period=5m,price=40000",
                "--json",
                "--journal",
                "journal",
                "--out",
                "out");

        assertThat(directory.resolve("out/meta.json")).exists();
        assertNothingIsLeaked();
    }

    @Test
    void shouldNotRepeatASecretThatStandsWhereItMustNot() throws IOException {
        final Path file = directory.resolve("conf.yaml");
        final String good = Files.readString(Path.of(CONF));
        final String data = "--data=synthetic:bars=10";
        for (final String bad : List.of(
                good.replace("venue:", "venue:\n  apiSecret: " + TYPED),
                good + "\napiKey: \"" + TYPED + "\n",
                good + "\npassword: [" + TYPED + "]\n",
                good + "\napiKey: file:" + Files.writeString(directory.resolve("open"), "x") + "\n")) {
            Files.writeString(safe.resolve("bad.yaml"), bad);
            final String conf = safe.resolve("bad.yaml").toString();
            refused("doctor", conf);
            refused("doctor", conf, "--json");
            refused("backtest", conf, data, "--no-out");
            refused("run", conf, data, "--no-out", "--json");
        }
        Files.writeString(file, good);
        refused("backtest", CONF, data, "--no-out", "--set", "venue.apiSecret=" + TYPED);
        refused("backtest", CONF, data, "--no-out", "--set", "venue={apiSecret: " + TYPED + "}", "--json");
        refused("backtest", CONF, data, "--no-out", "--set", "apiKey.of.venue=" + TYPED);
        refused("backtest", CONF, data, "--no-out", "--set", "apiKey:" + TYPED);
    }

    private static void refused(final String... arguments) {
        final Cli.Result result = Cli.run(arguments);

        assertThat(result.exitCode())
                .as("%s: %s", List.of(arguments), result.err())
                .isEqualTo(ExitCode.USAGE);
        assertThat(result.out() + result.err())
                .as("%s", List.of(arguments))
                .isNotBlank()
                .doesNotContain(TYPED);
    }
}
