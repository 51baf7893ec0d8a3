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

    private static final String AXES_CHECK = """
            const faults = [];
            for (const [name, plot] of Object.entries(page.charts.plots)) {
              const [x, y] = plot.axes;
              for (const values of name === 'distribution' ? [x._values, y._values] : [y._values]) {
                if (new Set(values).size < values.length || values.some(text => /^-0( %)?$/.test(text))) {
                  faults.push(name + ': ' + values.join(' '));
                }
              }
              plot.ctx.font = x.font[0];
              x._values.forEach((text, i) => {
                const middle = plot.bbox.left + plot.valToPos(x._splits[i], 'x');
                const half = Math.max(...(text || '').split('\\n').map(line => plot.ctx.measureText(line).width)) / 2;
                if (text && middle + half > plot.width) {
                  faults.push(name + ': cut off: ' + text);
                }
              });
            }
            document.body.dataset.checked = faults.join('; ');
            """;

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

    /** What the browser finds wrong with the labels of the axes of a page: equal ones, a zero with a sign, times that are cut off. */
    private String faultsOfAxes(final String name, final ReportRun run) throws IOException, InterruptedException {
        final String page = run.page()
                .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                .replace("</body>", "<script>" + AXES_CHECK + "</script></body>");
        final String dom = browse(write(name, page), "--window-size=1200,900", "--dump-dom");
        assertThat(dom).contains("data-checked=\"");
        return dom.replaceFirst("(?s).*data-checked=\"([^\"]*)\".*", "$1");
    }

    @Test
    void shouldLabelAxesWithoutEqualOrCutOffLabelsAndWithoutANegativeZero() throws IOException, InterruptedException {
        final long second = TestMarket.MINUTE_NS / 60;
        assertThat(faultsOfAxes("axes-minute.html", ReportRun.of(60, second, 10)))
                .isEmpty();
        assertThat(faultsOfAxes("axes-flat.html", ReportRun.of(500, TestMarket.MINUTE_NS, 1_000)))
                .isEmpty();
        assertThat(faultsOfAxes("axes-small.html", ReportRun.of(40_000, second, 20_000)))
                .isEmpty();
    }
}
