package reprise.simulation.peer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.simulation.peer.RoundTrips.RoundTrip;
import reprise.testkit.SharedFiles;

/** LEAN's MACDTrendAlgorithm: eleven years of days, all in or out by the distance of MACD and its signal. */
final class LeanTrend implements PeerCase {
    private static final int PERCENT = 100;

    @Override
    public String title() {
        return "LEAN, MACD trend of SPY days";
    }

    @Override
    public List<Figure> figures() {
        final PeerRun run = new PeerRun(LeanFees.VENUE, "100000")
                .instrument("SPY", LeanBars.DECIMALS, 0, new LeanBars().daily("2004-01-01", "2015-01-01"))
                .play(new Trend());
        final DailyStatistics our = new DailyStatistics(100_000, run.equity());
        final List<RoundTrip> trades = RoundTrips.of(run.fills());
        final long winners = trades.stream().filter(trade -> trade.profit() > 0).count();
        final List<String> theirs = SharedFiles.lines("cases/lean-MACDTrendAlgorithm-fills.csv");
        return List.of(
                PeerFills.compare(
                        "fills",
                        "fills",
                        theirs.stream().skip(1).map(LeanTrend::trimmed).toList(),
                        run.fills().stream().map(LeanTrend::line).toList()),
                Figure.printed("end equity", "137751.04", run.finalEquity().doubleValue()),
                Figure.printed("fees", "468.54", run.fees().doubleValue()),
                Figure.printed("net profit, %", "37.751", PERCENT * our.returned()),
                // They round the fraction to three decimals and print that as 34.900 %.
                Figure.printed("drawdown", "0.349", our.maxDrawdown()),
                Figure.printed("win rate, %", "57", (double) PERCENT * winners / trades.size()));
    }

    /** A line of theirs, with the price in its shortest form. */
    private static String trimmed(final String line) {
        final String[] fields = line.split(",");
        fields[2] = new BigDecimal(fields[2]).stripTrailingZeros().toPlainString();
        return String.join(",", fields);
    }

    private static String line(final PeerFill fill) {
        return String.format(
                Locale.ROOT,
                "%s,%d,%s,%.3f",
                fill.date().replace("-", ""),
                fill.quantity(),
                Decimals.formatShort(fill.price(), LeanBars.DECIMALS),
                Money.toDouble(fill.fee()));
    }

    private static final class Trend extends PeerStrategy {
        private static final double TOLERANCE = 0.0025;

        private Line macd;
        private Line signal;
        private Line fast;

        @Override
        void begin() {
            final Instrument spy = context().instrument(0);
            macd = context().indicator(spy, "macd_plain(close, 12, 26, 9).line");
            signal = context().indicator(spy, "macd_plain(close, 12, 26, 9).signal");
            fast = context().indicator(spy, "ema:12");
        }

        @Override
        public void onBar(final Instrument spy) {
            final double distance = (macd.value() - signal.value()) / fast.value();
            if (held(spy) == 0 && distance > TOLERANCE) {
                trade(
                        spy,
                        LeanFees.sharesFor(
                                context().equity(), spy.notional(spy.bar().close(), 1)));
            } else if (held(spy) > 0 && distance < -TOLERANCE) {
                trade(spy, -held(spy));
            }
        }
    }
}
