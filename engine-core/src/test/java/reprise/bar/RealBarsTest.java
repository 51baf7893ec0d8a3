package reprise.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.bar.BarBench.HOUR;
import static reprise.bar.BarBench.MINUTE;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.calendar.SessionCalendar;
import reprise.number.Decimals;
import reprise.testkit.SharedFiles;

/** Bars built of real data against bars of other makers. */
class RealBarsTest {
    private static final int DECIMALS = 8;
    private static final long MS = 1_000_000L;

    private static long decimal(final String text) {
        return Decimals.parse(text, DECIMALS);
    }

    private static String field(final String json, final String name) {
        final int begin = json.indexOf('"' + name + "\":") + name.length() + 3;
        final int end = Math.min(
                json.indexOf(',', begin) < 0 ? Integer.MAX_VALUE : json.indexOf(',', begin), json.indexOf('}', begin));
        return json.substring(begin, end).replace("\"", "");
    }

    /** The engine's clock is the venue's, or the receiver's own, which was 1.27 seconds behind it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldBuildTheGoldenBarOfRawTrades(final boolean clockOfTheVenue) {
        final BarBench bench = new BarBench(BarBench.instrument(DECIMALS, DECIMALS), BarSpec.minutes(5));
        for (final String line : SharedFiles.lines("data/hftbacktest/spot/btcusdt_20240808.gz")) {
            if (line.contains("@trade")) {
                final long timeNs = Long.parseLong(field(line, "T")) * MS;
                final long receivedNs = Long.parseLong(line.substring(0, line.indexOf(' ')));
                bench.clock(clockOfTheVenue ? timeNs : receivedNs);
                bench.trade(timeNs, decimal(field(line, "p")), decimal(field(line, "q")));
            }
        }
        bench.end();

        final long open = 1_723_161_300_000L * MS;
        assertThat(bench.bars)
                .contains(new BuiltBar(
                        open,
                        open + 5 * MINUTE,
                        decimal("61828"),
                        decimal("61860.8"),
                        decimal("61583.22"),
                        decimal("61685.99"),
                        decimal("199.42863"),
                        8_863));
        assertThat(bench.builder.lateCount()).isZero();
        assertThat(bench.bars.stream().mapToLong(BuiltBar::inputs).sum()).isEqualTo(9_757);
    }

    private static List<BuiltBar> candles(final String name, final long periodNs) {
        final List<BuiltBar> bars = new ArrayList<>();
        final List<String> lines = SharedFiles.lines("data/" + name);
        for (final String line : lines.subList(1, lines.size())) {
            final String[] f = line.split(",");
            final long openNs = Long.parseLong(f[0]) * MS;
            bars.add(new BuiltBar(
                    openNs,
                    openNs + periodNs,
                    decimal(f[1]),
                    decimal(f[2]),
                    decimal(f[3]),
                    decimal(f[4]),
                    decimal(f[5]),
                    0));
        }
        return bars;
    }

    private static List<BuiltBar> aggregate(final List<BuiltBar> bars, final BarSpec spec) {
        final BarBench bench = new BarBench(BarBench.instrument(DECIMALS, DECIMALS), spec.of(BarInput.BARS));
        bars.forEach(bench::barAt);
        return bench.end().stream()
                .map(b -> new BuiltBar(
                        b.openTimeNs(), b.closeTimeNs(), b.open(), b.high(), b.low(), b.close(), b.volume(), 0))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTC", "DOGE", "ETC"})
    void shouldBuildTheVenuesHoursOfItsFiveMinutes(final String base) {
        final List<BuiltBar> fives = candles("genetrader-binance/5m/" + base + "USDT-5m-2024H1.csv.gz", 5 * MINUTE);
        final List<BuiltBar> hours = candles("genetrader-binance/1h/" + base + "USDT-1h-2024H1.csv.gz", HOUR);

        assertThat(aggregate(fives, BarSpec.hours(1))).isEqualTo(hours);
        assertThat(aggregate(aggregate(fives, BarSpec.minutes(15)), BarSpec.hours(1)))
                .isEqualTo(hours);
    }

    /** A trade a minute is the finest that these data have: minutes of trades, fives of minutes and hours of fives give the same hours. */
    @Test
    void shouldBuildTheSameHoursOfMinutesAsOfFives() {
        final List<BuiltBar> hours = candles("genetrader-binance/1h/BTCUSDT-1h-2024H1.csv.gz", HOUR);
        final BarBench minutes = new BarBench(BarBench.instrument(DECIMALS, DECIMALS), BarSpec.minutes(1));
        for (final BuiltBar five : candles("genetrader-binance/5m/BTCUSDT-5m-2024H1.csv.gz", 5 * MINUTE)) {
            minutes.tradeAt(five.openTimeNs(), five.open(), 0);
            minutes.tradeAt(five.openTimeNs() + MINUTE, five.high(), 0);
            minutes.tradeAt(five.openTimeNs() + 2 * MINUTE, five.low(), 0);
            minutes.tradeAt(five.openTimeNs() + 4 * MINUTE, five.close(), five.volume());
        }

        final List<BuiltBar> fives = aggregate(minutes.end(), BarSpec.minutes(5));

        assertThat(aggregate(fives, BarSpec.hours(1))).isEqualTo(hours);
    }

    @Test
    void shouldCutHalfHoursAndTheDayOutOfARealSession() {
        final SessionCalendar stocks = SessionCalendar.usEquities();
        final List<BuiltBar> minutes = spyMinutes(LocalDate.of(2013, 10, 7));
        final int session = stocks.sessionAtOrAfter(minutes.get(0).openTimeNs());
        final List<BuiltBar> regular =
                minutes.stream().filter(b -> stocks.isOpen(b.openTimeNs())).toList();

        final List<BuiltBar> halves = aggregate(minutes, BarSpec.minutes(30).inSessions(stocks));
        final List<BuiltBar> sevens = aggregate(minutes, BarSpec.minutes(7).inSessions(stocks));
        final List<BuiltBar> days = aggregate(minutes, BarSpec.daily().inSessions(stocks));

        assertThat(halves).hasSize(13);
        assertThat(sevens)
                .hasSize(56)
                .last()
                .satisfies(b -> assertThat(b.closeTimeNs() - b.openTimeNs()).isEqualTo(5 * MINUTE));
        assertThat(days)
                .containsExactly(new BuiltBar(
                        stocks.openNs(session),
                        stocks.closeNs(session),
                        regular.get(0).open(),
                        regular.stream().mapToLong(BuiltBar::high).max().orElseThrow(),
                        regular.stream().mapToLong(BuiltBar::low).min().orElseThrow(),
                        regular.get(389).close(),
                        regular.stream().mapToLong(BuiltBar::volume).sum(),
                        0));
        for (int i = 0; i < 13; i++) {
            final List<BuiltBar> of = regular.subList(30 * i, 30 * i + 30);
            assertThat(halves.get(i))
                    .isEqualTo(new BuiltBar(
                            stocks.openNs(session) + i * 30 * MINUTE,
                            stocks.openNs(session) + (i + 1) * 30 * MINUTE,
                            of.get(0).open(),
                            of.stream().mapToLong(BuiltBar::high).max().orElseThrow(),
                            of.stream().mapToLong(BuiltBar::low).min().orElseThrow(),
                            of.get(29).close(),
                            of.stream().mapToLong(BuiltBar::volume).sum(),
                            0));
        }
    }

    private static List<BuiltBar> spyMinutes(final LocalDate date) {
        final long midnight = date.atStartOfDay(ZoneId.of("America/New_York")).toEpochSecond() * 1_000_000_000L;
        final List<BuiltBar> bars = new ArrayList<>();
        final String day = date.format(DateTimeFormatter.BASIC_ISO_DATE);
        for (final String line : SharedFiles.lines("data/lean/equity/usa/minute/spy/" + day + "_trade.zip")) {
            final String[] f = line.split(",");
            final long openNs = midnight + Long.parseLong(f[0]) * MS;
            bars.add(new BuiltBar(
                    openNs,
                    openNs + MINUTE,
                    Long.parseLong(f[1]),
                    Long.parseLong(f[2]),
                    Long.parseLong(f[3]),
                    Long.parseLong(f[4]),
                    Long.parseLong(f[5]),
                    0));
        }
        return bars;
    }
}
