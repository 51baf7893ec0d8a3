package reprise.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.core.ExecutionPolicy;
import reprise.core.ExecutionStyle;
import reprise.core.IntentPolicy;
import reprise.execution.LimitRouterSettings;
import reprise.execution.SlicingSettings;
import reprise.number.Money;
import reprise.order.TimeInForce;
import reprise.risk.DayTradeLimits;
import reprise.risk.DayTradeRegime;
import reprise.signal.ArbiterConfig;
import reprise.signal.ArbitrationContext;
import reprise.signal.DetectionType;
import reprise.signal.FixedSizer;
import reprise.signal.StrategyTerms;

/** The blocks that say what becomes of signals and targets. */
class IntentSectionsTest {
    private static final long SECOND = 1_000_000_000L;

    private static IntentPolicy read(final String top, final String strategy, final String risk) {
        return RunConfigReader.parse("test", """
                        name: test
                        account: {currency: USD, cash: 1000}
                        instruments:
                          AAA: {base: AAA, quote: USD, tick: 0.01, lot: 0.001}
                          BBB: {base: BBB, quote: USD, tick: 0.01, lot: 0.001}
                        venue: {kind: simulated}
                        strategies:
                          first: {kind: trend, instrument: AAA%s}
                        risk: {maxOrderNotional: 100, maxPositionNotional: 200%s}
                        %s
                        """.formatted(strategy, risk, top))
                .core()
                .intents();
    }

    private static IntentPolicy strategy(final String block) {
        return read("", ", " + block, "");
    }

    @Test
    void shouldTradeByMarketOrdersWithoutArbiterOrRulesByDefault() {
        final IntentPolicy policy = read("", "", "");

        assertThat(policy.executions()).as("nothing said: market orders").containsOnlyNulls();
        assertThat(policy.arbitration()).isNull();
        assertThat(policy.dayTrade()).isNull();
    }

    @Test
    void shouldReadALimitRouterWithTheValuesOfTheHouse() {
        assertThat(strategy("execution: {style: limit}").executions())
                .containsExactly(ExecutionPolicy.limit(new LimitRouterSettings(
                        50_000,
                        50_000,
                        15 * SECOND,
                        300 * SECOND,
                        true,
                        1_000 * Money.ONE,
                        5 * Money.ONE,
                        5 * Money.ONE,
                        false)));
    }

    @Test
    void shouldReadEveryKeyOfALimitRouter() {
        assertThat(strategy(
                                "execution: {style: limit, timeInForce: day, dryRun: true, limitAwayPct: 0.1, repricePct: 0.2,"
                                        + " minRepriceSeconds: 3, maxLifetimeSeconds: 4, cancelOnFlip: false, notionalCap: 50,"
                                        + " minNotional: 6, cashReserve: 7}")
                        .executions())
                .containsExactly(new ExecutionPolicy(
                        ExecutionStyle.LIMIT,
                        TimeInForce.DAY,
                        true,
                        new LimitRouterSettings(
                                100_000,
                                200_000,
                                3 * SECOND,
                                4 * SECOND,
                                false,
                                50 * Money.ONE,
                                6 * Money.ONE,
                                7 * Money.ONE,
                                true),
                        null,
                        0,
                        0,
                        0));
    }

    @Test
    void shouldReadSlices() {
        final SlicingSettings slicing = new SlicingSettings(Long.MAX_VALUE, 2 * SECOND, true);

        assertThat(strategy(
                                "execution: {style: twap, horizonSeconds: 60, slices: 6, minIntervalSeconds: 2, limitOrders: true}")
                        .executions())
                .containsExactly(new ExecutionPolicy(
                        ExecutionStyle.TWAP, TimeInForce.GTC, false, null, slicing, 60 * SECOND, 6, 0));
        assertThat(strategy(
                                "execution: {style: participation, participationPct: 5, minIntervalSeconds: 2, limitOrders: true}")
                        .executions())
                .containsExactly(new ExecutionPolicy(
                        ExecutionStyle.PARTICIPATION,
                        TimeInForce.GTC,
                        false,
                        null,
                        slicing,
                        3_600 * SECOND,
                        0,
                        5_000_000));
    }

    @Test
    void shouldReadAnArbiterAndTheTermsOfItsStrategies() {
        final IntentPolicy policy = read(
                "arbiter: {maxPositions: 3, maxParticipationPct: off, clusters: {one: AAA}}",
                ", sizing: {method: fixed-notional, notional: 50, priorWinRate: 0.6, detection: fast, maxExposurePct: 20}",
                "");

        assertThat(policy.arbitration().limitsParticipation()).isFalse();
        assertThat(policy.arbitration().clusters()).containsExactly(0, ArbitrationContext.NO_CLUSTER);
        assertThat(policy.arbitration().arbiter().maxPositions()).isEqualTo(3);
        final StrategyTerms terms = policy.arbitration().strategies().get(0);
        assertThat(terms.priorWinRate()).isEqualTo(0.6);
        assertThat(terms.detection()).isEqualTo(DetectionType.FAST);
        assertThat(terms.maxExposure()).isEqualTo(Money.ONE / 5);
    }

    @Test
    void shouldHaveAnArbiterWithTheValuesOfTheHouseWhereSignalsAreSized() {
        assertThat(strategy("sizing: {method: risk-per-trade}").arbitration().arbiter())
                .isEqualTo(ArbiterConfig.standard(2, 2));
    }

    @Test
    void shouldReadAFixedQuantityInTheDecimalsOfTheInstrument() {
        final StrategyTerms terms = strategy("sizing: {method: fixed-quantity, quantity: 0.25}")
                .arbitration()
                .strategies()
                .get(0);

        assertThat(terms.sizer()).usingRecursiveComparison().isEqualTo(FixedSizer.ofQuantity(250));
    }

    @Test
    void shouldReadDayTradeRules() {
        final IntentPolicy policy = read("", "", ", dayTrade: {regime: legacy-pdt}");

        assertThat(policy.dayTrade().limits()).isEqualTo(DayTradeLimits.standard(DayTradeRegime.LEGACY_PDT));
        assertThat(policy.dayTrade().calendar()).isEqualTo("us-equities");
        assertThat(policy.dayTrade().maxInstruments()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "execution: {style: iceberg}|strategies.first.execution.style: 'iceberg' is not one of market, limit, twap",
                "execution: {slices: 4}|unknown key strategies.first.execution.slices",
                "execution: {style: limit, limitAwayPct: 60}|60 is not a number from 0 to 50",
                "execution: {style: limit, notionalCap: 5, minNotional: 6}|minNotional must be 0 to notionalCap",
                "execution: {style: limit, repricePct: 0}|repriceRate must be",
                "sizing: {method: fixed-notional}|strategies.first.sizing.notional is missing",
                "sizing: {method: fixed-quantity}|strategies.first.sizing.quantity is missing",
                "sizing: {method: fixed-quantity, quantity: 0.0005}|strategies.first.sizing.quantity",
                "sizing: {priorWin: 0}|priorWin must be above 0",
                "sizing: {riskPct: 0}|risk must be",
            })
    void shouldRefuseWhatMakesNoSense(final String block, final String message) {
        assertThatThrownBy(() -> strategy(block))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arbiter: {clusters: {one: AAB}}|clusters.one: 'AAB' is not among the instruments",
                "arbiter: {clusters: {one: AAA, two: AAA}}|clusters.two: 'AAA' is in two clusters",
                "arbiter: {maxPosition: 1}|unknown key arbiter.maxPosition",
                "arbiter: {calendar: moon}|no such calendar",
            })
    void shouldRefuseAnArbiterThatMakesNoSense(final String block, final String message) {
        assertThatThrownBy(() -> read(block, "", ""))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseAnUnknownRegime() {
        assertThatThrownBy(() -> read("", "", ", dayTrade: {regime: strict}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("risk.dayTrade.regime: 'strict' is not one of none, legacy-pdt");
    }
}
