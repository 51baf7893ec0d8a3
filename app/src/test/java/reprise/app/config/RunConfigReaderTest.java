package reprise.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.journal.SyncPolicy;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.pipeline.Layout;
import reprise.pipeline.OrdersAtStop;
import reprise.pipeline.WaitPolicy;
import reprise.reconciliation.ReconciliationRules;
import reprise.risk.RiskLimits;
import reprise.simulation.venue.Delay;
import reprise.simulation.venue.FaultSchedule;
import reprise.simulation.venue.FeeTier;
import reprise.simulation.venue.HaltPolicy;
import reprise.simulation.venue.ImpactModel;
import reprise.simulation.venue.LatencyModel;
import reprise.simulation.venue.MarketFill;
import reprise.simulation.venue.MatchingRules;
import reprise.simulation.venue.QueueModel;
import reprise.simulation.venue.StopFill;
import reprise.simulation.venue.StopTrigger;
import reprise.simulation.venue.VenueConfig;

class RunConfigReaderTest {
    private static final String GOOD = """
            name: test
            account: {currency: USD, cash: 1000.50}
            instruments:
              AAA: {base: AAA, quote: USD, tick: 0.01, lot: 0.001, minNotional: 5}
              BBB: {base: BBB, quote: USD, tick: 1, lot: 1, priceDecimals: 3, data: files/bbb.csv}
            venue: {kind: simulated, takerFeeBps: 7.5, slippageBps: 2}
            strategies:
              first:
                kind: trend
                instrument: AAA
                emaFast: 5
                emaSlow: 20
            risk: {maxOrderNotional: 100, maxPositionNotional: 200}
            engine: {layout: pipelined, wait: busy-spin, conflateQuotes: true}
            """;

    @TempDir
    private Path directory;

    private Path file(final String text) throws IOException {
        return Files.writeString(directory.resolve("conf.yaml"), text);
    }

    private void assertRefused(final String text, final String... messageParts) throws IOException {
        final Path file = file(text);
        assertThatThrownBy(() -> RunConfigReader.read(file, List.of()))
                .isInstanceOf(ConfigException.class)
                .message()
                .contains(messageParts);
    }

    @Test
    void shouldReadEverythingWhenGood() throws IOException {
        final RunConfig config = RunConfigReader.read(file(GOOD), List.of());

        assertThat(config.account().cash()).isEqualTo(Money.parse("1000.5"));
        assertThat(config.instruments()).hasSize(2);
        assertThat(config.instruments().get(0).priceDecimals()).isEqualTo(2);
        assertThat(config.instruments().get(0).lotSize()).isEqualTo(1);
        assertThat(config.instruments().get(1).priceDecimals()).isEqualTo(3);
        assertThat(config.instruments().get(1).tickSize()).isEqualTo(1000);
        assertThat(config.dataFiles()).containsOnlyKeys("BBB");
        assertThat(config.venue().fees().takerE8()).isEqualTo(75_000);
        assertThat(config.pipeline().layout()).isEqualTo(Layout.PIPELINED);
        assertThat(config.pipeline().waitPolicy()).isEqualTo(WaitPolicy.BUSY_SPIN);
        assertThat(config.pipeline().conflateQuotes()).isTrue();
        assertThat(config.newStrategies()).hasSize(1);
    }

    @Test
    void shouldReadEveryLimit() throws IOException {
        final String limits =
                "{maxOrderNotional: 100, maxPositionNotional: 200, maxOpenOrders: 3, minOrderNotional: 4, "
                        + "maxOrderQuantity: 0.5, collarMidBps: 6, collarLastBps: 7, maxGrossExposure: 8, maxNetExposure: 9, "
                        + "maxStrategyGrossExposure: 10, maxStrategyNetExposure: 11, maxOrders: 12, orderWindowMs: 13, "
                        + "duplicateWindowMs: 14, buyingPower: 1.5, feeAllowance: 0.001}";
        final String given = "{maxOrderNotional: 100, maxPositionNotional: 200}";

        final RunConfig config = RunConfigReader.read(file(GOOD.replace(given, limits)), List.of());

        assertThat(config.core().riskLimits())
                .isEqualTo(RiskLimits.builder(100 * Money.ONE, 200 * Money.ONE, 3)
                        .minOrderNotional(4 * Money.ONE)
                        .maxOrderQuantityE8(Money.ONE / 2)
                        .collarBps(6, 7)
                        .maxGrossExposure(8 * Money.ONE)
                        .maxNetExposure(9 * Money.ONE)
                        .maxStrategyGrossExposure(10 * Money.ONE)
                        .maxStrategyNetExposure(11 * Money.ONE)
                        .orderRate(12, 13_000_000)
                        .duplicateWindowNs(14_000_000)
                        .buyingPower(Money.ONE * 3 / 2, Money.ONE / 1000)
                        .build());
        final String off = "{maxOrderNotional: 100, maxPositionNotional: 200, maxOrders: off, maxNetExposure: off}";
        assertThat(RunConfigReader.read(file(GOOD.replace(given, off)), List.of())
                        .core()
                        .riskLimits())
                .isEqualTo(new RiskLimits(100 * Money.ONE, 200 * Money.ONE, 100));
    }

    @Test
    void shouldReadWhenAndHowItReconciles() throws IOException {
        assertThat(RunConfigReader.read(file(GOOD), List.of()).core().reconciliation())
                .isEqualTo(ReconciliationRules.DEFAULT);

        final String section = "reconciliation: {every: 10m, retry: 500ms, attempts: 5, overlap: 2h,"
                + " cashTolerance: 0.05, adoptForeign: true, repeatWithin: 0}\n";

        assertThat(RunConfigReader.read(file(GOOD + section), List.of()).core().reconciliation())
                .isEqualTo(new ReconciliationRules(
                        600_000_000_000L, 500_000_000L, 5, 7_200_000_000_000L, Money.parse("0.05"), true, 0));
    }

    @Test
    void shouldReadHowARunIsStopped() throws IOException {
        assertThat(RunConfigReader.read(file(GOOD), List.of()).shutdown())
                .isEqualTo(new RunConfig.Shutdown(OrdersAtStop.CANCEL, 10_000_000_000L));
        assertThat(RunConfigReader.read(file(GOOD + "shutdown: {orders: leave, within: 90s}\n"), List.of())
                        .shutdown())
                .isEqualTo(new RunConfig.Shutdown(OrdersAtStop.LEAVE, 90_000_000_000L));
    }

    @Test
    void shouldReadHowTheJournalIsSynced() throws IOException {
        assertThat(RunConfigReader.read(file(GOOD), List.of()).syncPolicy()).isEqualTo(SyncPolicy.NONE);
        assertThat(RunConfigReader.read(file(GOOD), List.of("engine.sync=orders"))
                        .syncPolicy())
                .isEqualTo(SyncPolicy.ORDERS);
        assertThat(RunConfigReader.read(file(GOOD), List.of("engine.sync=50ms")).syncPolicy())
                .isEqualTo(SyncPolicy.everyMs(50));
    }

    @Test
    void shouldReadTheSameFromItsOwnText() throws IOException {
        final RunConfig config = RunConfigReader.read(file("# a comment\n" + GOOD), List.of());

        final RunConfig again = RunConfigReader.parse("journal", config.text());

        assertThat(again.text()).isEqualTo(config.text());
        assertThat(again.hash()).isEqualTo(config.hash());
        assertThat(again.instruments()).isEqualTo(config.instruments());
        assertThat(again.core().riskLimits()).isEqualTo(config.core().riskLimits());
    }

    @Test
    void shouldHashWhatMattersAndNothingElse() throws IOException {
        final String hash = RunConfigReader.read(file(GOOD), List.of()).hash();

        assertThat(RunConfigReader.read(file("# other comment\n" + GOOD), List.of())
                        .hash())
                .isEqualTo(hash);
        assertThat(RunConfigReader.read(file(GOOD), List.of("strategies.first.emaFast=6"))
                        .hash())
                .isNotEqualTo(hash);
    }

    @Test
    void shouldApplyOverridesInOrder() throws IOException {
        final RunConfig config =
                RunConfigReader.read(file(GOOD), List.of("account.cash=5", "account.cash=7", "engine.clockTickMs=20"));

        assertThat(config.account().cash()).isEqualTo(7 * Money.ONE);
        assertThat(config.clockTickMs()).isEqualTo(20);
    }

    @Test
    void shouldNameFileLineAndNearestKeyWhenAKeyIsUnknown() throws IOException {
        assertRefused(
                GOOD.replace("emaFast: 5", "emaFats: 5"),
                "conf.yaml:11: unknown key strategies.first.emaFats (did you mean emaFast?)",
                "allowed here: ");
    }

    @Test
    void shouldReadHowTheVenueTrades() throws IOException {
        final VenueConfig venue = RunConfigReader.read(
                        file(
                                GOOD.replace(
                                        "slippageBps: 2}",
                                        "slippageBps: 2, feeAsset: base, feeTiers: {1000: {takerFeeBps: 5}, 2000: {}}, queue: front, "
                                                + "stopTrigger: quote, whileHalted: refuse, marketFill: same-close, stopFill: worst-in-bar, spreadBps: 4, impact: {shape: linear, fullShareBps: 10}, "
                                                + "latency: {seed: 7, feed: {meanMs: 1.5}, orders: {meanMs: 20, deviationMs: 5}}, "
                                                + "faults: {rejectShare: 0.01, duplicateShare: 0.5, disconnectEverySeconds: 600, "
                                                + "disconnectSeconds: 10, disconnectMode: answers-lost, disconnectAnnounced: false}}")),
                        List.of())
                .venue();

        assertThat(venue.fees().asset()).isEqualTo(FeeAsset.BASE);
        assertThat(venue.fees().tiers())
                .containsExactly(new FeeTier(1000 * Money.ONE, 0, 50_000), new FeeTier(2000 * Money.ONE, 0, 0));
        assertThat(venue.matching())
                .isEqualTo(new MatchingRules(
                        QueueModel.FRONT,
                        StopTrigger.QUOTE,
                        new ImpactModel(ImpactModel.Shape.LINEAR, 100_000),
                        HaltPolicy.REFUSE,
                        MarketFill.SAME_CLOSE,
                        StopFill.WORST_IN_BAR,
                        40_000));
        assertThat(venue.latency())
                .isEqualTo(new LatencyModel(new Delay(1_500_000, 0), new Delay(20_000_000, 5_000_000), Delay.NONE, 7));
        assertThat(venue.faults())
                .isEqualTo(new FaultSchedule(
                        1,
                        1_000_000,
                        50_000_000,
                        600_000_000_000L,
                        10_000_000_000L,
                        FaultSchedule.DisconnectMode.ANSWERS_LOST,
                        false));
    }

    @Test
    void shouldReadFeesByQuantityWithBothTheirLimits() throws IOException {
        final VenueConfig venue = RunConfigReader.read(
                        file(GOOD.replace(
                                "slippageBps: 2}",
                                "slippageBps: 2, feePerUnit: 0.005, minFeePerOrder: 1, maxFeePerOrderBps: 50}")),
                        List.of())
                .venue();

        assertThat(venue.fees().perUnit()).isEqualTo(Money.ONE / 200);
        assertThat(venue.fees().minPerOrder()).isEqualTo(Money.ONE);
        assertThat(venue.fees().maxPerOrderE8()).isEqualTo(500_000);
    }

    @Test
    void shouldLeaveTheVenuePlainWhenNothingIsSaid() throws IOException {
        final VenueConfig venue = RunConfigReader.read(file(GOOD), List.of()).venue();

        assertThat(venue.fees().tiers()).isEmpty();
        assertThat(venue.fees().asset()).isEqualTo(FeeAsset.QUOTE);
        assertThat(venue.matching()).isEqualTo(MatchingRules.PLAIN);
        assertThat(venue.latency().orders()).isEqualTo(Delay.NONE);
        assertThat(venue.faults().rejectShareE8()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "emaFast: 5 | emaFast: -5 | conf.yaml:11: strategies.first.emaFast: -5 is not a whole number from",
                "emaFast: 5 | emaFast: five | 'five' is not a whole number",
                "emaFast: 5 | emaFast: 25 | strategies.first.emaFast",
                "emaFast: 5 | bars: 5x | conf.yaml:11: strategies.first.bars: bars '5x': not understood; allowed: a length",
                "emaFast: 5 | bars: volume:0.0001 | 0.0001 is too large, or has more than 3 decimals",
                "kind: trend | kind: trendy | conf.yaml:9: strategies.first.kind: 'trendy' is no strategy (did you mean trend?)",
                "instrument: AAA | instrument: AAB | 'AAB' is not among the instruments (did you mean AAA?)",
                "cash: 1000.50 | cash: lots | conf.yaml:2: account.cash: 'lots' is not a number",
                "cash: 1000.50 | cash: 0 | account.cash: 0 is not a number from 0.00000001",
                "tick: 0.01 | tick: 0 | instruments.AAA.tick: 0 is not a number from 0.000000000001 to 1000000",
                "lot: 0.001 | lot: -1 | instruments.AAA.lot: -1 is not a number from 0.000000000001 to 1000000",
                "tick: 0.01 | tick: 1000001 | instruments.AAA.tick: 1000001 is not a number from 0.000000000001 to 1000000",
                "quote: USD, tick: 1 | quote: EUR, tick: 1 | EUR is not the account's currency USD",
                "kind: simulated | kind: real | 'real' is no venue",
                "slippageBps: 2 | queue: last | 'last' is not one of front, behind-trades, behind-pro-rata",
                "slippageBps: 2 | stopTrigger: bid | 'bid' is not one of last-trade, quote",
                "slippageBps: 2 | marketFill: close | 'close' is not one of next-open, same-close",
                "slippageBps: 2 | stopFill: worst | 'worst' is not one of at-stop, worst-in-bar",
                "slippageBps: 2 | spreadBps: wide | 'wide' is not a number",
                "slippageBps: 2 | spreadBps: 1001 | venue.spreadBps: 1001 is not a number from 0 to 1000",
                "slippageBps: 2 | maxFeePerOrderBps: 50 | maxFeePerOrderBps: it limits feePerUnit and minFeePerOrder, and there is neither",
                "slippageBps: 2 | maxFeePerOrderBps: -1, feePerUnit: 1 | venue.maxFeePerOrderBps: -1 is not a number from 0 to 1000",
                "slippageBps: 2 | whileHalted: no | 'no' is not one of accept, refuse",
                "slippageBps: 2 | feeAsset: btc | 'btc' is not one of quote, base",
                "slippageBps: 2 | feeAsset: base, minFeePerOrder: 1 | cannot be paid in the base asset",
                "slippageBps: 2 | feeTiers: {lots: {takerFeeBps: 1}} | venue.feeTiers.lots: a tier's key is the volume of 30 days",
                "slippageBps: 2 | feeTiers: {20: {}, 10: {}} | venue.feeTiers.10: tiers must be in order of volume",
                "slippageBps: 2 | impact: {shape: cubic} | 'cubic' is not one of none, square-root, linear",
                "slippageBps: 2 | impact: {shape: linear} | impact needs both a shape (square-root or linear) and fullShareBps",
                "slippageBps: 2 | latency: {orders: {meanMs: -1}} | venue.latency.orders.meanMs: -1 is not a number from 0 to 3600000",
                "slippageBps: 2 | latency: {orders: {meanMs: 1, deviationMs: 2}} | deviationMs: 2 is not a number from 0 to 1",
                "slippageBps: 2 | faults: {rejectShare: 2} | venue.faults.rejectShare: 2 is not a number from 0 to 1",
                "slippageBps: 2 | faults: {disconnectEverySeconds: 60, disconnectSeconds: 20} | 20 is not a whole number from 1 to 15",
                "slippageBps: 2 | faults: {disconnectMode: off} | 'off' is not one of commands-lost, answers-lost, commands-and-answers-lost, delayed",
                "wait: busy-spin | wait: busy | 'busy' is not one of blocking, sleeping, yielding, busy-spin",
                "wait: busy-spin | sync: always | 'always' is not one of none, batch, orders, or an interval from 1ms to 60000ms",
                "layout: pipelined | inputRingSize: 1000 | 1000 is not a power of two, such as 512",
                "maxOrderNotional: 100 | maxOrderNotional: -1 | risk.maxOrderNotional: -1 is not a number from",
                "maxOrderNotional: 100 | maxOrderNotional: 100, maxGrossExposure: none | risk.maxGrossExposure: 'none' is not a number from",
                "maxOrderNotional: 100 | maxOrderNotional: 100, collarMidBps: 0 | risk.collarMidBps: 0 is not a whole number from 1 to 10000",
                "maxOrderNotional: 100 | maxOrderNotional: 100, buyingPower: 0.5 | risk.buyingPower: 0.5 is not a number from 1 to 1000",
                "maxOrderNotional: 100 | maxOrderNotional: 100, maxOrders: many | risk.maxOrders: 'many' is not a whole number from 1",
                "maxOrderNotional: 100 | maxOrderNotional: 100, minOrderNotional: 101 | risk.minOrderNotional: must not be more",
                "name: test | reconciliation: {every: 10} | conf.yaml:2: reconciliation.every: '10' is no length of time such as 500ms",
                "name: test | reconciliation: {every: 5ms} | reconciliation.every: 0, for none but after a lost connection, or at least",
                "name: test | reconciliation: {retry: 0} | reconciliation.retry: 0 is not from 1ms to 1d",
                "name: test | reconciliation: {overlap: 25h} | reconciliation.overlap: 25h is not from 0 to 1d",
                "name: test | reconciliation: {attempts: -1} | reconciliation.attempts: -1 is not a whole number from 0 to 100",
                "name: test | reconciliation: {cashTolerance: cent} | reconciliation.cashTolerance: 'cent' is not a number from 0",
                "name: test | reconciliation: {adoptForeign: yes} | reconciliation.adoptForeign: 'yes' is not true or false",
                "name: test | reconciliation: {evry: 5m} | unknown key reconciliation.evry (did you mean every?)",
                "name: test | shutdown: {orders: keep} | 'keep' is not one of leave, cancel, flatten",
                "name: test | shutdown: {within: 2h} | shutdown.within: 2h is not from 0 to 1h",
                "name: test | name: te/st | 'te/st' is not 1 to 60 letters",
            })
    void shouldSayWhatIsWrongAndWhatWouldBeRight(final String good, final String bad, final String message)
            throws IOException {
        assertThat(GOOD).contains(good);
        final String added = bad.startsWith("reconciliation") || bad.startsWith("shutdown") ? good + "\n" + bad : bad;
        assertRefused(GOOD.replace(good, added), message);
    }

    @Test
    void shouldRefuseWhatIsNoConfiguration() throws IOException {
        assertRefused("", "conf.yaml: is empty");
        assertRefused("just text", "conf.yaml:1: expected keys and values at the top level");
        assertRefused("name: [unclosed", "conf.yaml:1: not valid YAML");
        assertRefused("name: a\nname: b", "conf.yaml:2: name is given twice");
        assertRefused("name: test", "conf.yaml:1: account is missing");
        assertThatThrownBy(() -> RunConfigReader.read(directory, List.of())).hasMessageContaining("is a directory");
        assertThatThrownBy(() -> RunConfigReader.read(directory.resolve("none.yaml"), List.of()))
                .hasMessageContaining("none.yaml: no such file");
    }

    @Test
    void shouldRefuseBadOverrides() throws IOException {
        final Path file = file(GOOD);

        assertThatThrownBy(() -> RunConfigReader.read(file, List.of("nonsense")))
                .hasMessage("--set nonsense: expected key=value, such as strategies.trend.emaFast=13");
        assertThatThrownBy(() -> RunConfigReader.read(file, List.of("name.x=1")))
                .hasMessage("--set name.x=1: name has no keys below it");
        assertThatThrownBy(() -> RunConfigReader.read(file, List.of("risk.maxLoss=1")))
                .hasMessageContaining("--set risk.maxLoss=1: unknown key risk.maxLoss");
        assertThatThrownBy(() -> RunConfigReader.read(file, List.of("strategies.first.emaFast=-1")))
                .hasMessageStartingWith("--set strategies.first.emaFast=-1: strategies.first.emaFast: -1 is not");
    }
}
