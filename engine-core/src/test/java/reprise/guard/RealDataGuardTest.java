package reprise.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.guard.GuardBench.HOUR;
import static reprise.guard.GuardBench.MINUTE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.calendar.SessionCalendar;
import reprise.number.Decimals;
import reprise.testkit.SharedFiles;
import reprise.time.EngineClock;

/** Real data with faults that are known: what its makers say of gaps, or what another program counted. */
class RealDataGuardTest {
    private static final long MS = 1_000_000L;
    private static final int DECIMALS = 8;
    private static final Pattern CANDLE = Pattern.compile("\\[(\\d+), ([^\\[\\]]*)]");

    private long missing;
    private int accepted;
    private int blocked;
    private final EngineClock clock = new EngineClock();
    private final DataGuard guard = new DataGuard(clock, (id, check, verdict, value, limit) -> {
        missing += check == GuardCheck.GAP && verdict != Verdict.OK ? value : 0;
    });

    private static long decimal(final String text) {
        return new BigDecimal(text.trim()).movePointRight(DECIMALS).longValueExact();
    }

    private void bar(final long openMs, final long periodNs, final String[] f) {
        final long closeNs = openMs * MS + periodNs;
        clock.advanceTo(Math.max(clock.timeNs(), closeNs));
        final boolean taken =
                guard.onBar(0, closeNs, periodNs, decimal(f[1]), decimal(f[2]), decimal(f[3]), decimal(f[4]), 1);
        accepted += taken ? 1 : 0;
        blocked += guard.blocksEntries(0) ? 1 : 0;
    }

    @Test
    void shouldFindTheOutagesAndCrashesOfFiveYearsOfHours() {
        guard.define(GuardLimits.forBars(HOUR), TradingHours.ALWAYS);

        final List<String> lines = SharedFiles.lines("data/nic-binance/BTCUSDT-1h-2017-08_2022-12.csv");
        for (final String line : lines.subList(1, lines.size())) {
            final String[] f = line.split(",");
            bar(Long.parseLong(f[0]), HOUR, f);
        }

        assertThat(accepted).isEqualTo(46_981);
        assertThat(guard.count(0, GuardCheck.GAP)).isEqualTo(27);
        assertThat(missing).isEqualTo(127);
        assertThat(guard.count(0, GuardCheck.BAR_JUMP)).isEqualTo(713);
        assertThat(blocked)
                .as("three failed jumps and a failed gap, three bars each or more")
                .isBetween(9, 40);
        assertThat(guard.blocksEntries(0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "genetrader-binance/5m/BTCUSDT-5m-2024H1.csv, 2",
        "genetrader-binance/5m/NEARUSDT-5m-2024H1.csv, 31",
        "genetrader-binance/5m/ETCUSDT-5m-2024H1.csv, 21",
    })
    void shouldFindOnlyJumpsInBarsWithoutFault(final String file, final int jumps) {
        guard.define(GuardLimits.forBars(5 * MINUTE), TradingHours.ALWAYS);

        final List<String> lines = SharedFiles.lines("data/" + file);
        for (final String line : lines.subList(1, lines.size())) {
            final String[] f = line.split(",");
            bar(Long.parseLong(f[0]), 5 * MINUTE, f);
        }

        assertThat(accepted).isEqualTo(52_416);
        for (final GuardCheck check : GuardCheck.values()) {
            assertThat(guard.count(0, check)).as("%s", check).isEqualTo(check == GuardCheck.BAR_JUMP ? jumps : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ADA_BTC-5m, 5, 5720, 5, 26",
        "DASH_BTC-5m, 5, 5758, 2, 1",
        "TRX_BTC-5m, 5, 5754, 6, 48",
        "XMR_BTC-5m, 5, 5758, 2, 2",
        "ETH_BTC-5m, 5, 5760, 0, 2",
        "UNITTEST_BTC-1m, 1, 13681, 538, 7",
    })
    void shouldFindTheMissingCandlesOfAVenue(
            final String file, final int minutes, final int bars, final int gaps, final int jumps) {
        guard.define(GuardLimits.forBars(minutes * MINUTE), TradingHours.ALWAYS);

        final Matcher candles = CANDLE.matcher(String.join("", SharedFiles.lines("data/freqtrade/" + file + ".json")));
        while (candles.find()) {
            bar(Long.parseLong(candles.group(1)), minutes * MINUTE, ("0," + candles.group(2)).split(","));
        }

        assertThat(accepted).isEqualTo(bars);
        assertThat(guard.count(0, GuardCheck.GAP)).isEqualTo(gaps);
        assertThat(guard.count(0, GuardCheck.BAR_JUMP)).isEqualTo(jumps);
    }

    /** Bid and ask bars of a minute, whose closes make quotes. */
    @ParameterizedTest
    @CsvSource({"usdjpy-m1, 2013, 683", "gbpusd-m1, 2012, 347"})
    void shouldFindTheCrossedMinutes(final String pair, final int year, final int crossed) {
        guard.define(GuardLimits.forBars(MINUTE), TradingHours.ALWAYS);
        final Map<String, String> bids = closes("data/nautilus/fxcm/" + pair + "-bid-" + year + ".csv");

        for (final Map.Entry<String, String> ask :
                closes("data/nautilus/fxcm/" + pair + "-ask-" + year + ".csv").entrySet()) {
            if (bids.containsKey(ask.getKey())) {
                final long bid = decimal(bids.get(ask.getKey()));
                guard.onQuote(0, 0, bid, 1, decimal(ask.getValue()), 1);
                blocked += guard.blocksEntries(0) ? 1 : 0;
            }
        }

        assertThat(guard.count(0, GuardCheck.CROSSED_QUOTE)).isEqualTo(crossed);
        assertThat(blocked).isEqualTo(crossed);
    }

    private static Map<String, String> closes(final String file) {
        final Map<String, String> closes = new TreeMap<>();
        final List<String> lines = SharedFiles.lines(file);
        for (final String line : lines.subList(1, lines.size())) {
            final String[] f = line.split(",");
            closes.put(f[0], f[4]);
        }
        return closes;
    }

    /** A share that trades in one minute of four: what is missing is counted once more, minute by minute. */
    @ParameterizedTest
    @CsvSource({"AZO, false", "LII, false", "AZO, true"})
    void shouldMissOnlyMinutesInWhichTheMarketIsOpen(final String symbol, final boolean extended) {
        final SessionCalendar stocks = SessionCalendar.usEquities();
        guard.define(
                GuardLimits.forBars(MINUTE), extended ? TradingHours.extended(stocks) : TradingHours.regular(stocks));
        final List<String> lines = SharedFiles.lines("data/blaizard-us-1min/" + symbol + "-1min-2024-01_08.csv");
        long expectedGaps = 0;
        long lastCloseNs = 0;

        for (final String line : lines.subList(1, 4_001)) {
            final String[] f = line.split(";");
            final long openNs = Long.parseLong(f[1]) * MS;
            long expected = 0;
            for (long t = lastCloseNs; lastCloseNs > 0 && t < openNs; t += MINUTE) {
                final boolean open =
                        extended ? stocks.extendedSessionAt(t) != SessionCalendar.NO_SESSION : stocks.isOpen(t);
                expected += open ? 1 : 0;
            }
            expectedGaps += expected > 0 ? 1 : 0;
            lastCloseNs = openNs + MINUTE;
            bar(openNs / MS, MINUTE, new String[] {"", f[5], f[3], f[4], f[2]});
            assertThat(guard.count(0, GuardCheck.GAP)).as(line).isEqualTo(expectedGaps);
        }

        assertThat(accepted).isEqualTo(4_000);
        assertThat(expectedGaps).isGreaterThan(1_000);
    }

    /** Raw quotes and trades of a receiver whose clock was 1.27 seconds behind the venue's. */
    @Test
    void shouldAcceptAQuietFeedAsItIs() {
        guard.define(GuardLimits.forBars(MINUTE), TradingHours.ALWAYS);
        int trades = 0;
        int quotes = 0;
        for (final String line : SharedFiles.lines("data/hftbacktest/usdm/btcusdt_20240808.gz")) {
            final long receivedNs = Long.parseLong(line.substring(0, line.indexOf(' ')));
            if (line.contains("\"e\":\"trade\"")) {
                clock.advanceTo(receivedNs);
                trades++;
                accepted += guard.onTrade(0, ms(line, "T"), number(line, "p"), number(line, "q")) ? 1 : 0;
            } else if (line.contains("\"e\":\"bookTicker\"")) {
                clock.advanceTo(receivedNs);
                quotes++;
                accepted += guard.onQuote(
                                0,
                                ms(line, "T"),
                                number(line, "b"),
                                number(line, "B"),
                                number(line, "a"),
                                number(line, "A"))
                        ? 1
                        : 0;
            }
        }

        assertThat(trades).isEqualTo(21_313);
        assertThat(quotes).isEqualTo(66_089);
        assertThat(accepted + guard.droppedCount(0)).isEqualTo(trades + quotes);
        assertThat(guard.count(0, GuardCheck.CLOCK_AHEAD)).isZero();
        assertThat(guard.count(0, GuardCheck.CROSSED_QUOTE)).isZero();
        assertThat(guard.count(0, GuardCheck.TRADE_JUMP)).isZero();
        assertThat(guard.count(0, GuardCheck.CLOCK_BACKWARDS)).isZero();
        assertThat(guard.verdict(0)).isNotEqualTo(Verdict.FAIL);
    }

    private static String field(final String json, final String name) {
        final int begin = json.indexOf("\"" + name + "\":") + name.length() + 3;
        final int end = Math.min(
                json.indexOf(',', begin) < 0 ? Integer.MAX_VALUE : json.indexOf(',', begin), json.indexOf('}', begin));
        return json.substring(begin, end).replace("\"", "");
    }

    private static long ms(final String json, final String name) {
        return Long.parseLong(field(json, name)) * MS;
    }

    private static long number(final String json, final String name) {
        return Decimals.parse(field(json, name), DECIMALS);
    }
}
