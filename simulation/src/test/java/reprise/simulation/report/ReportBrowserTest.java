package reprise.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import reprise.simulation.TestMarket;

/**
 * A page in a real browser: Chromium, or one with its options, named by the environment variable REPRISE_BROWSER. Leaves pictures in
 * {@code target/report}: for people, who alone can say whether it looks good.
 */
@EnabledIfEnvironmentVariable(
        named = "REPRISE_BROWSER",
        matches = ".+",
        disabledReason = "REPRISE_BROWSER names no Chromium, such as /usr/bin/chromium")
class ReportBrowserTest {
    private static final Path PICTURES = Path.of("target", "report").toAbsolutePath();

    @TempDir
    private Path profile;

    private String browse(final Path page, final String... options) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(List.of(
                System.getenv("REPRISE_BROWSER"),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--virtual-time-budget=5000",
                "--user-data-dir=" + profile));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        final Path out = profile.resolve("out");
        final Process browser = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(profile.resolve("err").toFile())
                .start();
        assertThat(browser.waitFor(60, TimeUnit.SECONDS))
                .as("the browser ended")
                .isTrue();
        return Files.readString(out);
    }

    private static Path write(final String name, final String content) throws IOException {
        Files.createDirectories(PICTURES);
        return Files.writeString(PICTURES.resolve(name), content, StandardCharsets.UTF_8);
    }

    @Test
    void shouldDrawEveryChartAndListTrades() throws IOException, InterruptedException {
        final Path page = write(
                "report.html",
                ReportRun.of(20_000, 15 * TestMarket.MINUTE_NS, 20).page());
        final Path phone = write(
                "phone.html",
                "<body style='margin:0'><iframe src=report.html style='border:0' width=390 height=6000></iframe>");

        final String dom = browse(page, "--dump-dom");
        browse(page, "--window-size=1280,4500", "--screenshot=" + PICTURES.resolve("light.png"));
        browse(
                page,
                "--window-size=1280,4500",
                "--blink-settings=preferredColorScheme=0",
                "--screenshot=" + PICTURES.resolve("dark.png"));
        browse(phone, "--window-size=600,6000", "--screenshot=" + PICTURES.resolve("phone.png"));

        // The script ran under the page's own policy, in every part.
        assertThat(dom.split("<canvas", -1)).hasSize(6 + 1);
        assertThat(dom).contains("class=\"scripted\"", "1 to 25 of ", "aria-sort=\"ascending\"");
        assertThat(dom).doesNotContainPattern("class=\"plot[^\"]* note\"");
        assertThat(PICTURES.resolve("light.png")).isNotEmptyFile();
        assertThat(PICTURES.resolve("dark.png")).isNotEmptyFile();
        assertThat(PICTURES.resolve("phone.png")).isNotEmptyFile();
    }
}
