package reprise.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reprise.app.UnfinishedException;
import reprise.app.config.RunConfig;
import reprise.app.config.RunConfigReader;
import reprise.core.CoreObserver;
import reprise.journal.JournalReport;
import reprise.journal.JournalVerifier;
import reprise.journal.VerifyProgress;
import reprise.market.Instrument;
import reprise.pipeline.Layout;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.PipelineFailedException;
import reprise.pipeline.WaitPolicy;
import reprise.simulation.backtest.Pace;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.data.ReadOptions;

/** A run in which something inside fails: it stops, says so, and its journal says up to where it is good. */
class FailingRunTest {
    private static final int GOOD_BARS = 500;

    @TempDir
    private Path directory;

    private static RunConfig config() {
        return RunConfigReader.parse("test", """
                name: failing
                account: {currency: USD, cash: 10000}
                instruments: {SIM: {base: SIM, quote: USD, tick: 0.01, lot: 0.01}}
                venue: {kind: simulated}
                strategies: {trend: {kind: trend, instrument: SIM}}
                risk: {maxOrderNotional: 2000, maxPositionNotional: 2000}
                """);
    }

    /** Stands for any defect in the core's thread. */
    private static CoreObserver failingAfterGoodBars() {
        return failingAfterGoodBars(new IllegalStateException("planted defect"));
    }

    private static CoreObserver failingAfterGoodBars(final RuntimeException problem) {
        return new CoreObserver() {
            private int bars;

            @Override
            public void onBar(final Instrument instrument, final long timeNs) {
                if (++bars > GOOD_BARS) {
                    throw problem;
                }
            }
        };
    }

    private void assertStopsWithAGoodJournal(final EngineRun run) throws Exception {
        final Path journal = directory.resolve("journal");
        try (MarketData data = MarketData.open(config(), List.of("synthetic:bars=100000"), ReadOptions::of)) {
            assertThatThrownBy(() -> run.journaledIn(journal)
                            .watchedBy(failingAfterGoodBars())
                            .run(data, SessionProgress.SILENT))
                    .isInstanceOf(PipelineFailedException.class)
                    .hasMessageContaining("planted defect");
        }
        final JournalReport report = JournalVerifier.verify(journal, VerifyProgress.SILENT);
        assertThat(report.findings()).isEmpty();
        assertThat(report.metadata().failure()).contains("planted defect");
        final Properties properties = new Properties();
        properties.load(Files.newBufferedReader(journal.resolve("journal.properties")));
        assertThat(properties.getProperty("state")).isEqualTo("FAILED");
        assertThat(Long.parseLong(properties.getProperty("events.goodSequence")))
                .isGreaterThan(GOOD_BARS)
                .isEqualTo(report.events().lastSequence());
    }

    @Test
    void shouldStopInline() throws Exception {
        assertStopsWithAGoodJournal(new EngineRun(config(), "inline"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Layout.class,
            names = {"FUSED", "PIPELINED"})
    @Timeout(60)
    void shouldStopOnRings(final Layout layout) throws Exception {
        final PipelineConfig rings = new PipelineConfig(layout, WaitPolicy.BLOCKING, 1024, 1024);

        assertStopsWithAGoodJournal(new EngineRun(config(), "rings").onRings(rings, Pace.OF_THE_DATA));
    }

    private void run(final CoreObserver observer) throws Exception {
        try (MarketData data = MarketData.open(config(), List.of("synthetic:bars=1000"), ReadOptions::of)) {
            new EngineRun(config(), "run")
                    .resultsIn(directory.resolve("out"))
                    .watchedBy(observer)
                    .run(data, SessionProgress.SILENT);
        }
    }

    @Test
    void shouldLeaveNothingThatLooksLikeResultsWhenTheDiskRefuses() throws Exception {
        final Path out = directory.resolve("out");
        final CoreObserver full = failingAfterGoodBars(
                new UncheckedIOException("equity.csv cannot be written", new IOException("No space left on device")));

        assertThatThrownBy(() -> run(full))
                .isInstanceOf(UnfinishedException.class)
                .hasMessage("equity.csv cannot be written: No space left on device; what was written until then is in "
                        + out.resolve("unfinished") + " and is not complete");
        assertThat(out).isDirectoryNotContaining("regex:.*(csv|json|html)");

        run(CoreObserver.NONE);
        assertThat(out.resolve("unfinished")).doesNotExist();
        final String metrics = Files.readString(out.resolve("metrics.json"));

        assertThatThrownBy(() -> run(full))
                .hasMessageContaining("the results in " + out + " are those of an earlier run");
        assertThat(out.resolve("metrics.json")).content().isEqualTo(metrics);
    }

    @Test
    void shouldReplaceTheResultsOfAnEarlierRunAltogetherOrSayThatTheyAreNotWhole() throws Exception {
        final Path out = directory.resolve("out");
        Files.createDirectories(out);
        Files.writeString(out.resolve("pairs.csv"), "of a run that traded pairs");
        Files.writeString(out.resolve("metrics.json"), "of the same");
        run(CoreObserver.NONE);
        assertThat(out.resolve("pairs.csv")).doesNotExist();
        assertThat(out.resolve("metrics.json")).content().doesNotContain("of the same");

        Files.delete(out.resolve("report.html"));
        Files.createDirectories(out.resolve("report.html/in the way"));
        assertThatThrownBy(() -> run(CoreObserver.NONE))
                .isInstanceOf(UnfinishedException.class)
                .hasMessageContaining(out.resolve("report.html") + " cannot be written: ");
        assertThat(out.resolve("metrics.json")).doesNotExist();
    }
}
