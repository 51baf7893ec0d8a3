package reprise.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.number.Money;
import reprise.order.Side;
import reprise.risk.TradingState;

/** One scenario or more for every reason that ends an arbitration. */
class ArbiterTest extends ArbiterFixture {
    @Test
    void shouldAcceptWithAllNumbers() {
        offer(signal(0, 0, Side.BUY));

        assertThat(told).containsExactly("#1 ACCEPTED 100");
        assertThat(last.calibratedConfidence()).isEqualTo(0.5);
        assertThat(last.expectedValue()).isEqualTo(0.45, within(1e-12));
        assertThat(last.score()).isEqualTo(0.225, within(1e-12));
        assertThat(last.notional()).isEqualTo(5_000 * Money.ONE);
        assertThat(last.boundBy()).isEqualTo(SizeCap.SIZER);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "EXPIRED",
                        (account, signal) -> signal.of(1, NOW - 4 * SECOND, 0, Side.BUY)
                                .lasting(3 * SECOND, 0)
                                .at(5_000, 500, 0)),
                refusal("INVALID_SIGNAL", (account, signal) -> signal.at(0, 500, 0)),
                refusal("INVALID_SIGNAL", (account, signal) -> signal.at(5_000, -1, 0)),
                refusal("INVALID_SIGNAL", (account, signal) -> signal.weighing(60, Double.NaN)),
                refusal("INVALID_SIGNAL", (account, signal) -> signal.weighing(60, 1.1)),
                refusal("INVALID_SIGNAL", (account, signal) -> signal.weighing(101, 0.5)),
                refusal("INVALID_SIGNAL", (account, signal) -> signal.by(4, 0, DetectionType.NONE)),
                refusal("STALE_DATA", (account, signal) -> account.stale[0] = true),
                refusal("SESSION_CLOSED", (account, signal) -> account.closed[0] = true),
                refusal("STRATEGY_DISABLED", (account, signal) -> account.disabled[0] = true),
                refusal("TRADING_STATE", (account, signal) -> account.trading = TradingState.REDUCING),
                refusal("TRADING_STATE", (account, signal) -> account.trading = TradingState.HALTED),
                refusal("DAY_TRADE", (account, signal) -> account.dayTrades = false),
                refusal("REDUNDANT", (account, signal) -> account.held[0][0] = 5),
                refusal("EXIT_SUGGESTED 7", (account, signal) -> account.held[0][0] = -7),
                refusal("EXIT_SUGGESTED 8", (account, signal) -> account.held[2][0] = -8),
                refusal("MAX_SYMBOL_POSITIONS", (account, signal) -> account.held[1][0] = 5),
                refusal("MAX_STRATEGY_POSITIONS", (account, signal) -> Arrays.fill(account.held[0], 1, 6, 1)),
                refusal("MAX_POSITIONS", (account, signal) -> fillAll(account)),
                refusal("GROSS_EXPOSURE", (account, signal) -> account.gross = account.equity),
                refusal("STRATEGY_EXPOSURE", (account, signal) -> account.strategyExposure[0] = account.equity),
                refusal("PARTICIPATION", (account, signal) -> account.volume[0] = 99),
                refusal("PARTICIPATION", (account, signal) -> account.volume[0] = 0),
                refusal("NO_SIZE NO_STOP", (account, signal) -> signal.at(5_000, 0, 0)),
                refusal("NO_SIZE BUYING_POWER", (account, signal) -> account.buyingPower = 0),
                refusal(
                        "NO_SIZE LOT",
                        (account, signal) -> signal.at(5_000_000, 4_000_000, 0).weighing(60, 0.5)));
    }

    private static Arguments refusal(final String expected, final BiConsumer<TestAccount, Signal> change) {
        return Arguments.of(expected, change);
    }

    /** Twenty positions, none against the signal. */
    private static void fillAll(final TestAccount account) {
        for (int i = 1; i < 4; i++) {
            Arrays.fill(account.held[i], 1);
        }
        account.held[0][1] = 1;
        account.held[0][2] = 1;
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void shouldRefuseForTheReasonThatHolds(final String expected, final BiConsumer<TestAccount, Signal> change) {
        final Signal signal = signal(0, 0, Side.BUY);
        change.accept(account, signal);

        offer(signal);

        assertThat(told).containsExactly("#1 " + expected);
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void shouldBoundTheSize(final SizeCap cap, final long quantity, final BiConsumer<TestAccount, Signal> change) {
        final Signal signal = signal(0, 2, Side.BUY);
        change.accept(account, signal);

        offer(signal);

        assertThat(last.reason()).isEqualTo(ArbitrationReason.ACCEPTED);
        assertThat(last.boundBy()).isEqualTo(cap);
        assertThat(last.quantity()).isEqualTo(quantity);
    }

    static Stream<Arguments> bounds() {
        return Stream.of(
                bound(SizeCap.BUYING_POWER, 19, (account, signal) -> account.buyingPower = 999 * Money.ONE),
                bound(SizeCap.GROSS_EXPOSURE, 20, (account, signal) -> account.gross = 99_000 * Money.ONE),
                bound(
                        SizeCap.STRATEGY_EXPOSURE,
                        40,
                        (account, signal) -> account.strategyExposure[0] = 98_000 * Money.ONE),
                bound(
                        SizeCap.CLUSTER_EXPOSURE,
                        10,
                        (account, signal) -> account.clusterExposure[0] = 24_500 * Money.ONE),
                bound(SizeCap.PARTICIPATION, 33, (account, signal) -> account.volume[2] = 3_399),
                // Kelly of one in two at two to one is 1/4; a quarter of it 6,250 of equity.
                bound(SizeCap.QUARTER_KELLY, 125, (account, signal) -> signal.at(5_000, 1, 0)));
    }

    private static Arguments bound(
            final SizeCap cap, final long quantity, final BiConsumer<TestAccount, Signal> change) {
        return Arguments.of(cap, quantity, change);
    }

    @Test
    void shouldRefuseMoreThanThereIsRoomFor() {
        final ArbiterConfig standard = ArbiterConfig.standard(4, 6);
        arbiter = arbiter(new ArbiterConfig(
                4, 6, 2, 1, false, 0, 5, 20, 0.5, 0.7, 0.1, 20, 5, 1, standard.maxGross(), standard.maxCluster(), 1));

        offer(signal(0, 0, Side.BUY), signal(0, 1, Side.BUY), signal(0, 2, Side.BUY));

        assertThat(told.get(0)).isEqualTo("#3 CAPACITY");
        assertThat(told).hasSize(3);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "NONE,NONE,true", "NONE,FAST,true", "FAST,FAST,true", "FAST,BOTH,true", "FAST,SLOW,false", "FAST,NONE,false",
        "SLOW,SLOW,true", "SLOW,FAST,false", "SLOW,BOTH,true", "BOTH,FAST,true", "BOTH,SLOW,true", "BOTH,NONE,false"
    })
    void shouldMatchDetections(final DetectionType declared, final DetectionType signalled, final boolean accepted) {
        arbiter.define(0, terms(declared, 0, false));

        offer(signal(0, 0, Side.BUY).by(0, 0, signalled));

        assertThat(told).containsExactly(accepted ? "#1 ACCEPTED 100" : "#1 DETECTION_TYPE");
    }

    @Test
    void shouldCoolDownPerStrategyAndInstrument() {
        arbiter.define(0, terms(DetectionType.NONE, SECOND, false));
        offer(signal(0, 0, Side.BUY));
        offer(signal(0, 0, Side.BUY), signal(0, 1, Side.BUY), signal(1, 0, Side.SELL));
        arbiter.offerOnBar(signal(0, 0, Side.BUY), NOW + SECOND);
        arbiter.onEndOfBatch(NOW + SECOND);

        assertThat(told)
                .containsExactly(
                        "#1 ACCEPTED 100", "#3 ACCEPTED 100", "#4 ACCEPTED 100", "#2 COOLDOWN", "#5 ACCEPTED 100");
    }

    @Test
    void shouldLearnFromOutcomesOfTheDecile() {
        for (int i = 0; i < 30; i++) {
            arbiter.onOutcome(0, 0.52, -1, -Money.ONE);
        }
        offer(signal(0, 0, Side.BUY));
        assertThat(last.calibratedConfidence()).isEqualTo(10.0 / 50);
        assertThat(last.reason()).isEqualTo(ArbitrationReason.NO_EXPECTED_VALUE);

        offer(signal(0, 1, Side.BUY).weighing(60, 0.61));
        assertThat(last.calibratedConfidence()).isEqualTo(0.5);
        assertThat(last.reason()).isEqualTo(ArbitrationReason.ACCEPTED);
    }

    @Test
    void shouldForgetOutcomesBeforeTheLastTwoHundred() {
        for (int i = 0; i < 300; i++) {
            arbiter.onOutcome(0, 0.55, i < 100 ? -1 : 3, 1);
        }
        offer(signal(0, 0, Side.BUY));
        assertThat(last.calibratedConfidence()).isEqualTo(210.0 / 220);
        assertThat(last.expectedValue()).isEqualTo(210.0 / 220 * 3 - 10.0 / 220 - 0.05, within(1e-12));
    }

    @Test
    void shouldOnlyRecordExpectedValueWhereConfigured() {
        final ArbiterConfig standard = ArbiterConfig.standard(4, 6);
        arbiter = arbiter(new ArbiterConfig(
                4, 6, 9, 1, true, 0, 5, 20, 0.5, 0.7, 0.1, 20, 5, 1, Money.ONE, standard.maxCluster(), 1_000_000));
        for (int i = 0; i < 30; i++) {
            arbiter.onOutcome(0, 0.52, -1, -1);
        }
        offer(signal(0, 0, Side.BUY));

        assertThat(last.expectedValue()).isNegative();
        assertThat(told).containsExactly("#1 ACCEPTED 100");
    }

    /** Outcomes must not end what they could then never change: 16 wins of 50 at two to one, which 20 of a prior make 26 of 70, are 4/70 by Kelly; a quarter of it 1,428 of equity. */
    @Test
    void shouldBoundByThePriorAloneWhereExpectedValueOnlyIsRecorded() {
        for (final boolean logOnly : new boolean[] {false, true}) {
            told.clear();
            final ArbiterConfig standard = ArbiterConfig.standard(4, 6);
            arbiter = arbiter(new ArbiterConfig(
                    4,
                    6,
                    9,
                    1,
                    logOnly,
                    0,
                    5,
                    20,
                    0.5,
                    0.7,
                    0.1,
                    20,
                    5,
                    1,
                    Money.ONE,
                    standard.maxCluster(),
                    1_000_000));
            for (int i = 0; i < 50; i++) {
                arbiter.onOutcome(0, 0.52, i < 16 ? 2 : -1, -1);
            }
            offer(signal(0, 0, Side.BUY));

            assertThat(told).containsExactly(logOnly ? "#2 ACCEPTED 100" : "#1 ACCEPTED 28");
            assertThat(last.boundBy()).isEqualTo(logOnly ? SizeCap.SIZER : SizeCap.QUARTER_KELLY);
        }
    }

    @Test
    void shouldTradeNoSideOfATie() {
        offer(signal(0, 0, Side.BUY), signal(1, 0, Side.SELL), signal(2, 0, Side.SELL));

        assertThat(told).containsExactly("#1 CONFLICT_TIE to #2", "#2 CONFLICT_TIE to #1", "#3 CONFLICT_TIE to #1");
    }

    @Test
    void shouldLetTheHigherPriorityWinTheSymbol() {
        offer(signal(0, 0, Side.BUY), signal(1, 0, Side.SELL).weighing(90, 0.5), signal(2, 0, Side.BUY));

        assertThat(told).containsExactly("#2 ACCEPTED 100", "#1 CONFLICT_LOST to #2", "#3 CONFLICT_LOST to #2");
    }

    @Test
    void shouldLetTheClearlyHigherScoreWinTheSymbol() {
        for (int i = 0; i < 20; i++) {
            arbiter.onOutcome(1, 0.55, 2, 1);
        }
        offer(signal(0, 0, Side.BUY), signal(1, 0, Side.SELL));

        assertThat(told).containsExactly("#2 ACCEPTED 100", "#1 CONFLICT_LOST to #2");
    }

    @Test
    void shouldReverseWhereTheStrategyMay() {
        arbiter.define(0, terms(DetectionType.NONE, 0, true));
        account.held[0][0] = -7;

        offer(signal(0, 0, Side.BUY));

        assertThat(told).containsExactly("#1 ACCEPTED 100");
    }
}
