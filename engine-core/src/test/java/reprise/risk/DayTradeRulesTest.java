package reprise.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.calendar.SessionCalendar;
import reprise.market.SplitRatio;
import reprise.number.Money;
import reprise.state.StateTape;
import reprise.testkit.Allocation;

class DayTradeRulesTest {
    private static final long POOR = 24_999 * Money.ONE;
    private static final long RICH = 25_000 * Money.ONE;

    private DayTradeRules rules = rules(DayTradeRegime.LEGACY_PDT);
    private long now = utc("2024-03-04T15:00");

    private static DayTradeRules rules(final DayTradeRegime regime) {
        return new DayTradeRules(DayTradeLimits.standard(regime), SessionCalendar.usEquities(), 8);
    }

    private static long utc(final String time) {
        return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L;
    }

    private void fill(final int instrumentId, final long quantity) {
        rules.onFill(instrumentId, now, quantity, Math.abs(quantity) * 10 * Money.ONE, 0);
    }

    private void dayTrade(final String time, final int instrumentId) {
        now = utc(time);
        fill(instrumentId, 100);
        fill(instrumentId, -100);
    }

    private DayTradeReason check(final int instrumentId, final long quantity, final long equity) {
        return rules.check(instrumentId, now, quantity, Math.abs(quantity) * 10 * Money.ONE, equity, 0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({
        // What FINRA counts: a change of direction within the day.
        "100 -100, 1",
        "100 100 -200, 1",
        "200 -100 -100, 1",
        "100 -100 100 -100, 2",
        "100 -50 100 -150, 2",
        "-100 100, 1",
        "100 -200, 1",
        "100 -200 100, 2",
        "100 100, 0"
    })
    void shouldCountDayTrades(final String fills, final int expected) {
        for (final String fill : fills.split(" ")) {
            fill(0, Long.parseLong(fill));
        }
        assertThat(rules.dayTrades(now)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // A star takes the fill back.
        "100 -100 *-100, 0",
        "100 -60 -40 *-40, 1",
        "100 -60 -40 *-40 *-60, 0",
        "100 -100 *-100 -100, 1",
        "100 *100 -100 100, 1",
        "100 -100 *100, 0",
        "100 -100 100 *-100, 1",
        "-100 100 *100, 0"
    })
    void shouldNotCountADayTradeOfWhichAFillIsTakenBack(final String fills, final int expected) {
        for (final String fill : fills.split(" ")) {
            final long quantity = Long.parseLong(fill.replace("*", ""));
            if (fill.startsWith("*")) {
                rules.onBust(0, now, quantity, Math.abs(quantity) * 10 * Money.ONE, 0);
            } else {
                fill(0, quantity);
            }
        }
        assertThat(rules.dayTrades(now)).isEqualTo(expected);
    }

    @Test
    void shouldCountInNewUnitsAfterASplit() {
        rules.onTransfer(1, 100);
        fill(0, 100);

        rules.onSplit(0, new SplitRatio(4, 1));
        rules.onSplit(1, new SplitRatio(1, 10));
        fill(1, -10);
        assertThat(rules.dayTrades(now)).isZero();
        fill(0, -400);

        // All of it was sold, and nothing was sold short.
        assertThat(rules.dayTrades(now)).isEqualTo(1);
        fill(0, 100);
        fill(0, -100);
        assertThat(rules.dayTrades(now)).isEqualTo(2);
    }

    @Test
    void shouldGiveBackTheFundsAndTheViolationOfWhatIsTakenBack() {
        rules = rules(DayTradeRegime.CASH);
        rules.onDeposit(now, 1_000 * Money.ONE);
        fill(0, 100);
        fill(0, -100);
        fill(1, 100);
        fill(1, -100);
        assertThat(rules.violations(now)).isEqualTo(1);

        rules.onBust(1, now, -100, 1_000 * Money.ONE, 0);
        assertThat(rules.violations(now)).isZero();
        rules.onBust(1, now, 100, 1_000 * Money.ONE, 0);
        assertThat(rules.settledFunds(now)).isZero();
        assertThat(rules.settledFunds(utc("2024-03-05T15:00"))).isEqualTo(1_000 * Money.ONE);
    }

    @Test
    void shouldNotCountWhatWasHeldOvernight() {
        fill(0, 100);
        rules.onTransfer(1, 100);
        now = utc("2024-03-05T15:00");
        fill(0, -100);
        fill(1, -100);
        assertThat(rules.dayTrades(now)).isZero();
    }

    @Test
    void shouldWarnAtTheThirdAndBlockTheFourthOpening() {
        fill(0, 100);
        dayTrade("2024-03-04T15:01", 1);
        assertThat(check(2, 100, POOR)).isEqualTo(DayTradeReason.NONE);
        assertThat(rules.warning()).isEqualTo(DayTradeWarning.LAST_DAY_TRADE);
        fill(2, 100);

        assertThat(check(3, 100, POOR)).isEqualTo(DayTradeReason.PATTERN_DAY_TRADER);
        assertThat(rules.value()).isEqualTo(4);
        assertThat(rules.limit()).isEqualTo(3);
        // Adding to what is open makes no other day trade, leaving never does, and equity frees.
        assertThat(check(2, 100, POOR)).isEqualTo(DayTradeReason.NONE);
        assertThat(check(2, -100, POOR)).isEqualTo(DayTradeReason.NONE);
        assertThat(check(3, 100, RICH)).isEqualTo(DayTradeReason.NONE);
        // A turn opens.
        assertThat(check(1, 50, POOR)).isEqualTo(DayTradeReason.PATTERN_DAY_TRADER);
    }

    @Test
    void shouldCountWorkingOpenings() {
        assertThat(rules.check(0, now, 100, 1, POOR, 0, 0, 3)).isEqualTo(DayTradeReason.PATTERN_DAY_TRADER);
        assertThat(rules.check(0, now, 100, 1, POOR, 0, 0, 2)).isEqualTo(DayTradeReason.NONE);
        assertThat(rules.warning()).isEqualTo(DayTradeWarning.LAST_DAY_TRADE);
    }

    @ParameterizedTest
    @CsvSource({
        // Five sessions later, over a weekend.
        "2024-03-04T15:00, 2024-03-08T15:00, 1",
        "2024-03-04T15:00, 2024-03-11T08:00, 0",
        // Between sessions belongs to the next: Friday night is Monday already.
        "2024-03-04T15:00, 2024-03-09T12:00, 0",
        // Good Friday is no business day.
        "2024-03-25T15:00, 2024-04-01T14:00, 1",
        "2024-03-25T15:00, 2024-04-02T14:00, 0",
        // Thanksgiving is none, the half day after it is one; its post-market ends at 17:00 in New York.
        "2024-11-25T15:00, 2024-11-29T21:59, 1",
        "2024-11-25T15:00, 2024-12-02T15:00, 1",
        "2024-11-25T15:00, 2024-12-03T15:00, 0",
        "2024-11-25T15:00, 2024-12-02T23:59, 1"
    })
    void shouldCountFiveBusinessDays(final String traded, final String asked, final int expected) {
        dayTrade(traded, 0);
        assertThat(rules.dayTrades(utc(asked))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // One trading day from pre-market to post-market, on either side of the change of clocks on 2024-03-10 and on a
        // half day.
        "2024-03-08T09:00, 2024-03-09T00:59, 1",
        "2024-03-08T09:00, 2024-03-09T01:00, 0",
        "2024-03-11T08:00, 2024-03-11T23:59, 1",
        "2024-03-11T08:00, 2024-03-12T00:00, 0",
        "2024-07-03T08:00, 2024-07-03T20:59, 1",
        "2024-07-03T08:00, 2024-07-03T21:00, 0"
    })
    void shouldKnowWhereADayEnds(final String opened, final String closed, final int expected) {
        now = utc(opened);
        fill(0, 100);
        now = utc(closed);
        fill(0, -100);
        assertThat(rules.dayTrades(now)).isEqualTo(expected);
    }

    @Test
    void shouldCoverMaintenanceMarginAfterTheOrder() {
        rules = rules(DayTradeRegime.INTRADAY_MARGIN);
        final long order = 40_000 * Money.ONE;

        assertThat(rules.check(0, now, 100, order, 20_000 * Money.ONE, order, 0, 0))
                .isEqualTo(DayTradeReason.NONE);
        assertThat(rules.check(0, now, 100, order, 20_000 * Money.ONE - 1, order, 0, 0))
                .isEqualTo(DayTradeReason.INTRADAY_MARGIN_DEFICIT);
        assertThat(rules.value()).isEqualTo(20_000 * Money.ONE);
        assertThat(rules.limit()).isEqualTo(20_000 * Money.ONE - 1);
        assertThat(rules.check(0, now, -100, order, 12_000 * Money.ONE - 1, 0, 0, 0))
                .isEqualTo(DayTradeReason.INTRADAY_MARGIN_DEFICIT);
    }

    @Test
    void shouldLetAnAccountInDeficitLeave() {
        rules = rules(DayTradeRegime.INTRADAY_MARGIN);
        rules.onTransfer(0, 100);

        assertThat(rules.check(0, now, -100, Money.ONE, -5, 100 * Money.ONE, 0, 0))
                .isEqualTo(DayTradeReason.NONE);
        // A turn frees 100 long of 1,000 and opens 300 short: 225 + 90.
        final long equity = 315 * Money.ONE;
        assertThat(rules.check(0, now, -400, 400 * Money.ONE, equity, 1_000 * Money.ONE, 0, 0))
                .isEqualTo(DayTradeReason.NONE);
        assertThat(rules.value()).isEqualTo(equity);
    }

    @Test
    void shouldPayFromSettledFundsThenFromProceeds() {
        rules = rules(DayTradeRegime.CASH);
        rules.onDeposit(now, 1_000 * Money.ONE);
        fill(0, 100);
        fill(0, -100);
        assertThat(rules.settledFunds(now)).isZero();
        assertThat(check(1, 100, 0)).isEqualTo(DayTradeReason.NONE);
        assertThat(check(1, 101, 0)).isEqualTo(DayTradeReason.UNSETTLED_FUNDS);
        assertThat(rules.limit()).isEqualTo(1_000 * Money.ONE);
        // The next session.
        assertThat(rules.settledFunds(utc("2024-03-05T14:30"))).isEqualTo(1_000 * Money.ONE);
    }

    @Test
    void shouldSettleOverWeekendsAndHolidays() {
        rules = rules(DayTradeRegime.CASH);
        now = utc("2024-03-28T15:00");
        rules.onDeposit(now, 1_000 * Money.ONE);
        fill(0, 100);
        fill(0, -100);
        assertThat(rules.settledFunds(utc("2024-03-28T23:00"))).isZero();
        // Good Friday, a weekend: the next session is Monday's.
        assertThat(rules.settledFunds(utc("2024-04-01T08:00"))).isEqualTo(1_000 * Money.ONE);
    }

    @Test
    void shouldWarnOfAndCountGoodFaithViolations() {
        rules = rules(DayTradeRegime.CASH);
        rules.onDeposit(now, 1_000 * Money.ONE);
        fill(0, 100);
        fill(0, -100);
        assertThat(rules.violations(now)).isZero();

        fill(1, 100);
        assertThat(check(1, -100, 0)).isEqualTo(DayTradeReason.NONE);
        assertThat(rules.warning()).isEqualTo(DayTradeWarning.GOOD_FAITH_VIOLATION);
        fill(1, -50);
        fill(1, -50);
        assertThat(rules.violations(now)).isEqualTo(1);

        now = utc("2024-03-05T15:00");
        fill(2, 100);
        assertThat(check(2, -100, 0)).isEqualTo(DayTradeReason.NONE);
        assertThat(rules.warning()).isEqualTo(DayTradeWarning.NONE);
    }

    @Test
    void shouldRestrictToSettledFundsAfterViolations() {
        rules = rules(DayTradeRegime.CASH);
        rules.onDeposit(now, 1_000 * Money.ONE);
        for (int i = 0; i < 4; i++) {
            fill(i, 100);
            fill(i, -100);
        }
        assertThat(rules.violations(now)).isEqualTo(3);

        assertThat(check(5, 1, 0)).isEqualTo(DayTradeReason.GOOD_FAITH_RESTRICTION);
        now = utc("2025-03-10T15:00");
        assertThat(rules.violations(now)).isZero();
    }

    @Test
    void shouldNotSellShortFromACashAccount() {
        rules = rules(DayTradeRegime.CASH);
        rules.onTransfer(0, 100);
        assertThat(check(0, -100, 0)).isEqualTo(DayTradeReason.NONE);
        assertThat(check(0, -101, 0)).isEqualTo(DayTradeReason.SHORT_IN_CASH_ACCOUNT);
        assertThat(rules.value()).isEqualTo(101);
        assertThat(rules.limit()).isEqualTo(100);
    }

    @Test
    void shouldForbidNothingWithoutARegime() {
        rules = rules(DayTradeRegime.NONE);
        assertThat(check(0, -1_000_000, -1)).isEqualTo(DayTradeReason.NONE);
    }

    @Test
    void shouldGoOnFromSavedState() {
        for (final DayTradeRegime regime : DayTradeRegime.values()) {
            rules = rules(regime);
            rules.onDeposit(now, 2_000 * Money.ONE);
            for (int i = 0; i < 3; i++) {
                fill(i, 100);
                fill(i, -50);
            }
            final StateTape tape = new StateTape();
            rules.snapshotTo(tape);
            final DayTradeReason expected = check(4, 200, POOR);
            final long value = rules.value();

            rules = rules(regime);
            rules.exchange(tape.reader());

            assertThat(check(4, 200, POOR)).as("%s", regime).isEqualTo(expected);
            assertThat(rules.value()).isEqualTo(value);
            assertThat(rules.dayTrades(now)).isEqualTo(3);
        }
    }

    @Test
    void shouldRefuseImpossibleLimits() {
        assertThatThrownBy(() -> new DayTradeLimits(DayTradeRegime.CASH, 0, 3, 33, 0, 0, 1, true, 3, 1))
                .hasMessageContaining("windowSessions must be from 1 to 32: 33");
    }

    @Test
    void shouldAllocateNothing() {
        assertThat(Allocation.leastBytes(5, () -> {
                    for (int i = 0; i < 500; i++) {
                        now += 3_600_000_000_000L;
                        fill(i % 8, 100);
                        check(i % 8, -100, POOR);
                        fill(i % 8, -100);
                    }
                }))
                .isZero();
    }
}
