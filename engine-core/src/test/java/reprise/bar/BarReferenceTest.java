package reprise.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.bar.BarBench.DAY;
import static reprise.bar.BarBench.HOUR;
import static reprise.bar.BarBench.MINUTE;
import static reprise.bar.BarBench.SECOND;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.calendar.SessionCalendar;
import reprise.number.Money;

/** Builders against the definition, on random trades in order. */
class BarReferenceTest {
    // A Wednesday before Thanksgiving: days with an ordinary session, none, and half a one.
    private static final long T0 = 20_054 * DAY;

    private record Trade(long timeNs, long price, long quantity) {}

    private static List<Trade> trades(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final List<Trade> trades = new ArrayList<>();
        long time = T0;
        long price = 10_000;
        while (time < T0 + 3 * DAY) {
            // Bursts in one nanosecond, edges of minutes, seconds, and hours of silence.
            switch (random.nextInt(8)) {
                case 0, 1:
                    break;
                case 2:
                    time = (time / MINUTE + 1) * MINUTE - random.nextInt(2);
                    break;
                case 3:
                    time += random.nextInt(50) == 0 ? random.nextLong(3 * HOUR) : MINUTE;
                    break;
                default:
                    time += random.nextLong(40 * SECOND);
            }
            price = Math.max(1, price + random.nextInt(-20, 21));
            trades.add(new Trade(time, price, random.nextLong(1, 5_000)));
        }
        return trades;
    }

    private static BuiltBar bar(final long openNs, final long closeNs, final List<Trade> of) {
        return new BuiltBar(
                openNs,
                closeNs,
                of.get(0).price(),
                of.stream().mapToLong(Trade::price).max().orElseThrow(),
                of.stream().mapToLong(Trade::price).min().orElseThrow(),
                of.get(of.size() - 1).price(),
                of.stream().mapToLong(Trade::quantity).sum(),
                of.size());
    }

    private static List<BuiltBar> naiveUtc(final List<Trade> trades, final long lengthNs) {
        final TreeMap<Long, List<Trade>> byStart = new TreeMap<>();
        for (final Trade trade : trades) {
            byStart.computeIfAbsent(trade.timeNs() / lengthNs * lengthNs, key -> new ArrayList<>())
                    .add(trade);
        }
        final List<BuiltBar> bars = new ArrayList<>();
        byStart.forEach((start, of) -> bars.add(bar(start, start + lengthNs, of)));
        return bars;
    }

    private static List<BuiltBar> naiveSessions(
            final List<Trade> trades, final long lengthNs, final SessionCalendar calendar) {
        final List<BuiltBar> bars = new ArrayList<>();
        for (int s = calendar.sessionAtOrAfter(T0); calendar.openNs(s) < T0 + 4 * DAY; s++) {
            for (long start = calendar.openNs(s); start < calendar.closeNs(s); start += lengthNs) {
                final long from = start;
                final long to = Math.min(start + lengthNs, calendar.closeNs(s));
                final List<Trade> of = trades.stream()
                        .filter(t -> t.timeNs() >= from && t.timeNs() < to)
                        .toList();
                if (!of.isEmpty()) {
                    bars.add(bar(from, to, of));
                }
            }
        }
        return bars;
    }

    private static List<BuiltBar> naiveThreshold(final List<Trade> trades, final BarSpec spec) {
        final List<BuiltBar> bars = new ArrayList<>();
        List<Trade> of = new ArrayList<>();
        BigInteger amount = BigInteger.ZERO;
        for (final Trade trade : trades) {
            of.add(trade);
            final BigInteger quantity = BigInteger.valueOf(trade.quantity());
            amount = amount.add(
                    switch (spec.kind()) {
                        case TICK -> BigInteger.ONE;
                        case VOLUME -> quantity;
                        // Prices in cents, quantities in thousandths, money in 1e-8.
                        default ->
                            quantity.multiply(BigInteger.valueOf(trade.price())).multiply(BigInteger.valueOf(1_000));
                    });
            if (amount.compareTo(BigInteger.valueOf(spec.size())) >= 0) {
                bars.add(bar(of.get(0).timeNs(), trade.timeNs(), of));
                of = new ArrayList<>();
                amount = BigInteger.ZERO;
            }
        }
        return bars;
    }

    private static BarBench build(final List<Trade> trades, final BarSpec spec) {
        final BarBench bench = new BarBench(BarBench.instrument(2, 3), spec);
        trades.forEach(t -> bench.tradeAt(t.timeNs(), t.price(), t.quantity()));
        if (spec.kind() == BarKind.TIME) {
            bench.end();
        }
        assertThat(bench.builder.lateCount()).isZero();
        return bench;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldBuildWhatTheDefinitionSays(final long seed) {
        final List<Trade> trades = trades(seed);

        for (final long length : new long[] {SECOND, 7 * SECOND, MINUTE, 5 * MINUTE, HOUR, 6 * HOUR, DAY}) {
            if (T0 % length == 0) {
                final BarSpec spec = BarSpec.time(length);
                assertThat(build(trades, spec).bars)
                        .as("seed=%d, %s", seed, spec.label())
                        .isEqualTo(naiveUtc(trades, length));
            }
        }
        for (final int minutes : new int[] {1, 7, 30, 60, 240, 1440}) {
            final BarSpec spec = BarSpec.minutes(minutes).inSessions(SessionCalendar.usEquities());
            assertThat(build(trades, spec).bars)
                    .as("seed=%d, %s", seed, spec.label())
                    .isEqualTo(naiveSessions(trades, minutes * MINUTE, SessionCalendar.usEquities()));
        }
        for (final BarSpec spec : List.of(
                BarSpec.ticks(1),
                BarSpec.ticks(100),
                BarSpec.volume(1),
                BarSpec.volume(77_777),
                BarSpec.dollars(Money.parse("12345.67")))) {
            assertThat(build(trades, spec).bars)
                    .as("seed=%d, %s", seed, spec.label())
                    .isEqualTo(naiveThreshold(trades, spec));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldBuildTheSameFromTradesAndFromTheBarsBuiltOfThem(final long seed) {
        final List<Trade> trades = trades(seed);
        final SessionCalendar stocks = SessionCalendar.usEquities();

        for (final int[] lengths : new int[][] {{1, 5, 60}, {5, 15, 240}, {2, 30, 390}}) {
            BarSpec smaller = BarSpec.minutes(lengths[0]);
            BarSpec smallerInSession = smaller.inSessions(stocks);
            List<BuiltBar> bars = build(trades, smaller).bars;
            List<BuiltBar> barsInSession = build(trades, smallerInSession).bars;
            for (int i = 1; i < lengths.length; i++) {
                smaller = BarSpec.minutes(lengths[i]);
                smallerInSession = smaller.inSessions(stocks);
                bars = aggregate(bars, smaller);
                barsInSession = aggregate(barsInSession, smallerInSession);
                assertThat(withoutInputs(bars))
                        .as("seed=%d, %s", seed, smaller.label())
                        .isEqualTo(withoutInputs(build(trades, smaller).bars));
                assertThat(withoutInputs(barsInSession))
                        .as("seed=%d, %s", seed, smallerInSession.label())
                        .isEqualTo(withoutInputs(build(trades, smallerInSession).bars));
            }
        }
    }

    /** Late trades keep their volume, and bars of all lengths agree where it is. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldFindEveryLateTradeInOneBarOfEachLength(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final BarBench minutes = new BarBench(BarSpec.minutes(1));
        final BarBench fives = new BarBench(BarSpec.minutes(5));
        long total = 0;
        for (final Trade trade : trades(seed)) {
            final long late = random.nextInt(4) == 0 ? random.nextLong(3 * MINUTE) : 0;
            minutes.clock(trade.timeNs()).trade(trade.timeNs() - late, trade.price(), trade.quantity());
            fives.clock(trade.timeNs()).trade(trade.timeNs() - late, trade.price(), trade.quantity());
            total += trade.quantity();
        }
        final List<BuiltBar> fromMinutes = aggregate(minutes.end(), BarSpec.minutes(5));

        assertThat(minutes.builder.lateCount()).isPositive();
        assertThat(minutes.bars.stream().mapToLong(BuiltBar::volume).sum()).isEqualTo(total);
        assertThat(fives.end().stream().mapToLong(BuiltBar::volume).sum()).isEqualTo(total);
        assertThat(withoutInputs(fromMinutes)).as("seed=%d", seed).isEqualTo(withoutInputs(fives.bars));
    }

    private static List<BuiltBar> aggregate(final List<BuiltBar> bars, final BarSpec spec) {
        final BarBench bench = new BarBench(BarBench.instrument(2, 3), spec.of(BarInput.BARS));
        bars.forEach(bench::barAt);
        return bench.end();
    }

    private static List<BuiltBar> withoutInputs(final List<BuiltBar> bars) {
        return bars.stream()
                .map(b -> new BuiltBar(
                        b.openTimeNs(), b.closeTimeNs(), b.open(), b.high(), b.low(), b.close(), b.volume(), 0))
                .toList();
    }
}
