package reprise.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.config.RunConfigReader;
import reprise.journal.Journal;
import reprise.journal.JournalException;
import reprise.journal.JournalReport;
import reprise.journal.JournalVerifier;
import reprise.journal.SyncPolicy;
import reprise.simulation.backtest.Replay;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.data.ReadOptions;

/** A run of another configuration goes on from the last state of one that is over: what it takes up, what begins anew, what is refused. */
class NewRunTest {
    private static final SessionProgress SILENT = (events, timeNs) -> {};
    private static final List<String> SECTIONS = List.of("portfolio 1", "netPosition 0", "openOrders 0", "orderDesk 0");
    private static final List<String> OF_A_BOOK = List.of("quantity", "cost", "realisedPnl", "fees");

    /** Two strategies that hold something at the end, one of them under exits, and all that a configuration can have beside them. */
    private static final String CONF = """
            name: old
            account: {currency: USD, cash: 10000}
            instruments: {SIM: {base: SIM, quote: USD, tick: 0.01, lot: 0.0001}}
            venue: {kind: simulated}
            strategies:
              held:
                kind: trend
                instrument: SIM
                emaFast: 5
                emaSlow: 20
                adxMin: 0
                priceActionFilter: false
                allowShort: true
                bars: 10m
              guarded:
                kind: trend
                instrument: SIM
                emaFast: 5
                emaSlow: 30
                adxMin: 0
                priceActionFilter: false
                allowShort: true
                exits: {stop: 0.5}
            guard: {}
            monitor: {account: {drawdown: {limit: 0.9, action: warn}}}
            risk: {maxOrderNotional: 2000, maxPositionNotional: 4000, maxOrders: 50, buyingPower: 2}
            """;

    @TempDir
    private static Path home;

    private static Path old;
    private static Map<String, String> oldState;
    private static String oldHash;

    @TempDir
    private Path directory;

    @BeforeAll
    static void runTheOldOne() {
        final RunConfig config = RunConfigReader.parse("test", CONF);
        old = home.resolve("old");
        try (MarketData data =
                MarketData.open(config, List.of("synthetic:bars=700,seed=6,period=5m,price=100"), ReadOptions::of)) {
            new EngineRun(config, "old-run").journaledIn(old).run(data, SILENT);
        }
        final JournaledReplay.State state = stateOf(old);
        oldState = flat(state);
        oldHash = state.stateHash();
    }

    private static JournaledReplay.State stateOf(final Path journal) {
        return new JournaledReplay(journal).stateAt(Replay.ALL_EVENTS, SILENT);
    }

    private static Map<String, String> flat(final JournaledReplay.State state) {
        final Map<String, String> fields = new TreeMap<>();
        state.listing()
                .sections()
                .forEach((section, values) ->
                        values.forEach((name, value) -> fields.put(section + "." + name, value.toString())));
        return fields;
    }

    private JournaledReplay.State begin(final String... overrides) throws IOException {
        return begin(Set.of(), CONF, overrides);
    }

    private JournaledReplay.State begin(final Set<String> fresh, final String conf, final String... overrides)
            throws IOException {
        new JournaledReplay(old).snapshotEnd(SILENT);
        final Path journal = directory.resolve("new");
        final Path file = Files.writeString(directory.resolve("conf.yaml"), conf);
        new NewRun(old, journal, fresh).begin(RunConfigReader.read(file, List.of(overrides)), "new-run", "");
        return stateOf(journal);
    }

    private static void assertBooksAreThoseOf(final Map<String, String> state) {
        final List<String> compared = new ArrayList<>(List.of("portfolio 1.highWaterMark"));
        oldState.keySet().stream()
                .filter(name -> SECTIONS.stream().anyMatch(section -> name.startsWith(section + ".")))
                .forEach(compared::add);
        for (int book = 0; book <= 2; book++) {
            for (final String name : OF_A_BOOK) {
                compared.add("book " + book + "." + name);
            }
        }
        assertThat(compared).hasSizeGreaterThan(15);
        for (final String name : compared) {
            assertThat(state.get(name)).as(name).isEqualTo(oldState.get(name));
        }
    }

    private static String field(final Map<String, String> state, final String section, final String name) {
        return state.get(section + "." + name);
    }

    @Test
    void shouldHaveSomethingToLose() {
        assertThat(oldState.keySet())
                .anyMatch(name -> name.startsWith("dataGuard"))
                .anyMatch(name -> name.startsWith("riskMonitor"))
                .anyMatch(name -> name.startsWith("positionTaker"));
        assertThat(field(oldState, "book 1", "quantity")).isNotEqualTo("0");
        assertThat(field(oldState, "book 2", "quantity")).isNotEqualTo("0");
        assertThat(field(oldState, "exits 0", "protectedCount")).isEqualTo("1");
    }

    @Test
    void shouldBeTheSameStateUnderTheSameConfiguration() throws IOException {
        assertThat(begin().stateHash()).isEqualTo(oldHash);
    }

    @Test
    void shouldTakeUpBooksAndOtherStrategiesWhereOneHasOtherParameters() throws IOException {
        final Map<String, String> state = flat(begin("strategies.held.emaFast=6"));

        assertBooksAreThoseOf(state);
        assertThat(field(state, "strategy 1", "started")).isEqualTo("0");
        assertThat(field(state, "strategy 2", "started")).isEqualTo("1");
        assertThat(field(state, "exits 0", "protectedCount")).isEqualTo("1");
        assertThat(field(state, "subscriptions 0", "listeners"))
                .isEqualTo(field(oldState, "subscriptions 0", "listeners"));
        assertThat(field(state, "riskMonitor 1", "sampleNs")).isEqualTo(field(oldState, "riskMonitor 1", "sampleNs"));
    }

    @Test
    void shouldBeginAStrategyAnewThatIsAskedTo() throws IOException {
        final Map<String, String> state = flat(begin(Set.of("guarded"), CONF));

        assertThat(field(state, "strategy 1", "started")).isEqualTo("1");
        assertThat(field(state, "strategy 2", "started")).isEqualTo("0");
        assertThat(field(state, "subscriptions 0", "listeners")).isEqualTo("0");
    }

    @Test
    void shouldPutANewStrategyAndInstrumentBehindTheOldOnesWhereverTheyStand() throws IOException {
        final String conf = CONF.replace(
                        "strategies:\n", "strategies:\n  first: {kind: trend, instrument: NEW, exits: {stop: 0.01}}\n")
                .replace("lot: 0.0001}}", "lot: 0.0001}, NEW: {base: NEW, quote: USD, tick: 0.1, lot: 1}}");
        final Map<String, String> state = flat(begin(Set.of(), conf));

        assertBooksAreThoseOf(state);
        assertThat(field(state, "core 0", "strategies")).isEqualTo("3");
        assertThat(field(state, "book 3", "quantity")).isEqualTo("0");
        assertThat(field(state, "strategy 3", "started")).isEqualTo("0");
    }

    @Test
    void shouldBeginAnewWhatIsConfiguredOtherwiseAndLeaveOutWhatIsGone() throws IOException {
        final String conf =
                CONF.replace("guard: {}\n", "guard: {enabled: false}\n").replace("limit: 0.9", "limit: 0.8");
        final Map<String, String> state = flat(begin(Set.of(), conf, "risk.maxOrders=20"));

        assertBooksAreThoseOf(state);
        assertThat(state.keySet()).noneMatch(name -> name.startsWith("dataGuard"));
        assertThat(field(state, "riskMonitor 1", "sampleNs"))
                .isNotEqualTo(field(oldState, "riskMonitor 1", "sampleNs"));
        assertThat(field(state, "risk 0", "orderRateCount")).isEqualTo("0");
    }

    @Test
    void shouldRefuseWhatCouldLoseAPositionOutOfSight() {
        assertThatThrownBy(() -> begin(Set.of(), CONF.replace("  held:\n", "  other:\n")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("strategies.held: is not configured any more and holds a position in SIM");
        assertThatThrownBy(() -> begin("strategies.guarded.exits.stop=0.4"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("strategies.guarded: has other exits and holds a position in SIM");
        assertThatThrownBy(() -> begin(Set.of(), CONF.replace("    exits: {stop: 0.5}\n", "")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("exits that are not configured any more");
        assertThatThrownBy(() -> begin("strategies.held.execution.style=twap"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("strategies.held: has another execution and holds a position in SIM");
        assertThatThrownBy(() -> begin("instruments.SIM.lot=0.0002"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("instruments.SIM: defined otherwise than in the old run");
        assertThatThrownBy(() -> begin(
                        Set.of(),
                        CONF.replace("instruments: {", "instruments: {A: {base: A, quote: USD, tick: 1, lot: 1}, ")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("SIM was instrument 1 of the old run and must stay that");
        assertThatThrownBy(() -> begin(Set.of("hold"), CONF))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--fresh hold: no strategy of that name (did you mean held?)");
        assertThat(directory.resolve("new")).doesNotExist();
    }

    @Test
    void shouldLeaveTheOldJournalAloneAndBeTiedToIt() throws IOException {
        new JournaledReplay(old).snapshotEnd(SILENT);
        final Map<String, String> before = contents();
        begin("strategies.held.emaFast=6");

        assertThat(contents()).isEqualTo(before);
        final Path journal = directory.resolve("new");
        assertThat(NewRun.verifyOrigin(old, journal)).contains("goes on from old-run after event");
        final JournalReport report = JournalVerifier.verify(journal, (records, read, total) -> {});
        assertThat(report.isWhole()).isTrue();
        // Once more is the same run, and another one's journal is not.
        new NewRun(old, journal, Set.of()).begin(RunConfigReader.parse("test", CONF), "again", "");
        assertThatThrownBy(
                        () -> new NewRun(journal, old, Set.of()).begin(RunConfigReader.parse("test", CONF), "no", ""))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("holds a run that goes on from no other");
    }

    private static Map<String, String> contents() throws IOException {
        final Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(old)) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.toString(), Arrays.hashCode(Files.readAllBytes(file)) + "");
            }
        }
        return contents;
    }

    @Test
    void shouldRefuseABaseThatWasChangedAndAnEndWithoutState() throws IOException {
        begin();
        final Path journal = directory.resolve("new");
        final byte[] base = Files.readAllBytes(journal.resolve("base.snapshot"));
        base[base.length / 2] ^= 1;
        Files.write(journal.resolve("base.snapshot"), base);

        assertThat(JournalVerifier.verify(journal, (records, read, total) -> {}).isDamaged())
                .isTrue();
        assertThatThrownBy(() -> stateOf(journal)).hasMessageContaining("base.snapshot");
        assertThatThrownBy(() -> Journal.resume(journal, SyncPolicy.NONE, Map.of()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("base.snapshot");
        try (Stream<Path> snapshots = Files.list(old.resolve("snapshots"))) {
            for (final Path snapshot : snapshots.toList()) {
                Files.delete(snapshot);
            }
        }
        assertThatThrownBy(() -> new NewRun(old, directory.resolve("other"), Set.of())
                        .begin(RunConfigReader.parse("test", CONF), "new-run", ""))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("has no snapshot")
                .hasMessageContaining("reprise journal snapshot");
    }
}
