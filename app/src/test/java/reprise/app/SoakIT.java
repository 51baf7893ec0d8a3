package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import reprise.app.SoakSamples.Sample;

/**
 * A run that goes on and on uses no more memory at its end than after its beginning: the heap after a collection, and what the operating
 * system has given the process. Leaves target/soak-*.csv and a picture of it.
 */
@EnabledOnOs(OS.LINUX)
class SoakIT {
    private static final Path TARGET = Program.root().resolve("app/target");
    private static final long MB = 1 << 20;
    private static final long SLICE_TIMEOUT_MINUTES = 5;
    private static final long TIMEOUT_MINUTES = 120;

    @Test
    void shouldStayFlatInlineOverASlice() throws IOException, InterruptedException {
        check("slice-inline", 1_000_000, "inline", 4 * MB, 48 * MB, SLICE_TIMEOUT_MINUTES);
    }

    @Test
    void shouldStayFlatOnRingsOverASlice() throws IOException, InterruptedException {
        check("slice-rings", 200_000, "rings", 4 * MB, 48 * MB, SLICE_TIMEOUT_MINUTES);
    }

    /** A byte an event would be a hundred megabytes here. */
    @Test
    @Tag("slow")
    void shouldStayFlatOverAHundredMillionEvents() throws IOException, InterruptedException {
        check("full", 100_000_000, "inline", 4 * MB, 48 * MB, TIMEOUT_MINUTES);
    }

    private static void check(
            final String name,
            final long bars,
            final String layout,
            final long heapGrowthBytes,
            final long rssGrowthBytes,
            final long timeoutMinutes)
            throws IOException, InterruptedException {
        final Path csv = TARGET.resolve("soak-" + name + ".csv");
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Program.root().resolve("conf/jvm.options"));
        command.add("-Xmx512m");
        // What the manifest of engine.jar says to a JVM that is started by it, and this test's JVM was told as well.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-"))
                .forEach(command::add);
        command.add("-cp");
        command.add(TARGET.resolve("engine.jar") + ":" + TARGET.resolve("test-classes"));
        command.add(SoakProgram.class.getName());
        command.add(Program.root().resolve("conf/btc-trend.yaml").toString());
        command.add(Long.toString(bars));
        command.add(layout);
        command.add(csv.toString());
        final Path log = TARGET.resolve("soak-" + name + ".txt");
        final Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        final boolean ended = process.waitFor(timeoutMinutes, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("ended in %d minutes", timeoutMinutes).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();

        final SoakSamples samples = SoakSamples.read(csv);
        Files.writeString(TARGET.resolve("soak-" + name + ".svg"), samples.toSvg());
        assertThat(samples.all()).hasSizeGreaterThan(4);
        assertThat(samples.all().get(samples.all().size() - 1).events()).isEqualTo(bars);
        assertThat(samples.growth(Sample::heapBytes)).as("growth of the heap").isLessThan(heapGrowthBytes);
        assertThat(samples.growth(Sample::rssBytes))
                .as("growth of the resident set")
                .isLessThan(rssGrowthBytes);
    }
}
