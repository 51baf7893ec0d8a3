package reprise.strategies.momentum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.exit.ExitDistance;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.indicator.IndicatorCatalog;
import reprise.indicator.Indicators;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.signal.DetectionType;
import reprise.strategies.rule.Condition;
import reprise.strategies.rule.MoverDirection;
import reprise.strategies.rule.RuleDefinition;
import reprise.strategies.rule.RuleSide;
import reprise.testkit.Allocation;

/** Detection and rules allocate nothing once warm. */
class MomentumAllocationTest {
    private static final long OPEN = 1_704_205_800_000_000_000L;
    private static final long DAY = 86_400_000_000_000L;
    private static final int MINUTES = 390;

    private final Instrument instrument = MinuteBar.instrument(0, "TEST");
    private final Indicators indicators = new Indicators(new Instruments(), IndicatorCatalog.shipped());
    private final SplittableRandom random = new SplittableRandom(3);
    private long movers;
    private long fired;
    private int day;
    private long price = 50_000_000;
    private final MoverDetector detector = new MoverDetector(
            DetectionSettings.standard(DetectionSettings.Market.US_STOCKS),
            new Instrument[] {instrument},
            (of, mover) -> movers++);
    private final RuleBook book =
            new RuleBook(instrument, List.of(rule(DetectionType.NONE), rule(DetectionType.BOTH)), new RuleBook.Lines() {
                @Override
                public Line ofRule(final String expression) {
                    return indicators.demand(instrument, expression);
                }

                @Override
                public Line ofExits(final String expression) {
                    return indicators.demand(instrument, expression);
                }
            });

    private static RuleDefinition rule(final DetectionType detection) {
        return new RuleDefinition(
                "rule",
                "every construct",
                detection,
                MoverDirection.ANY,
                RuleSide.LONG,
                List.of(
                        new Condition("retrace", "(max(high, 30) - close) / (max(high, 30) - min(low, 30))"),
                        new Condition("held", "within(5, low <= ema:9) and always(2, close > 0)"),
                        new Condition(
                                "turned", "close crosses above high[1] or close > close[3] then close > open within 4"),
                        new Condition(
                                "old", "bars_since(turned) < 50 and value_when(turned, close) > round(close, 5) - 10")),
                "held and not retrace > 90% and turned and old",
                0.5,
                50,
                new ExitPolicy(
                        ExitPlan.builder().stop(ExitDistance.atr(150_000_000)).build(), 14, 0));
    }

    @Test
    void shouldAllocateNothingOnceWarm() {
        assertThat(Allocation.leastBytes(6, this::threeDays)).isZero();
        assertThat(movers).as("movers").isGreaterThan(0);
        assertThat(fired).as("fired").isGreaterThan(10);
    }

    private void threeDays() {
        int told = 0;
        while (told < 3) {
            if (day % 7 < 4) {
                told++;
                oneDay();
            }
            day++;
        }
    }

    private void oneDay() {
        for (int minute = 1; minute <= MINUTES; minute++) {
            final boolean jumps = random.nextInt(200) == 0;
            final long step = jumps ? random.nextLong(-3_000_000, 3_000_001) : random.nextLong(-20_000, 20_001);
            final long open = price;
            price = Math.max(20_000_000, Math.min(400_000_000, price + step));
            final long volume = 1_000_000L * (jumps ? 50 : 1 + random.nextInt(3));
            final long closeNs = OPEN + day * DAY + minute * MinuteBar.MINUTE;
            final long high = Math.max(open, price) + 10_000;
            final long low = Math.min(open, price) - 10_000;
            instrument.onBar(closeNs, MinuteBar.MINUTE, open, high, low, price, volume);
            indicators.onBar(instrument);
            detector.onBar(instrument);
            for (int i = 0; i < 2; i++) {
                if (book.fires(i, detector.typeOf(instrument), detector.directionOf(instrument))) {
                    fired += book.stopDistance(i) == 0 ? 0 : 1;
                }
            }
        }
    }
}
