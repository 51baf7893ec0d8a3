package reprise.simulation.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import reprise.number.Money;
import reprise.simulation.TestMarket;
import reprise.simulation.peer.RoundTrips.RoundTrip;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.VenueConfig;
import reprise.testkit.SharedFiles;

/** What backtesting.py asserts in its tests, and what its present code gives for its first example. */
final class BacktestingPyCases {
    private static final String DOUBLES = "their doubles";

    /** Sizes come from money that closing a position sets free at the same open: the funds must not be asked for before. */
    private static final VenueConfig VENUE = VenueConfig.PLAIN.withShortsAndLeverageE8(3 * Money.ONE);

    private BacktestingPyCases() {}

    private static PeerRun run(
            final BacktestingPyBars bars,
            final int fastBars,
            final int slowBars,
            final String feeBps,
            final boolean closesAtEnd) {
        final FeeSchedule fees = FeeSchedule.ofBasisPoints(feeBps, feeBps);
        final int lastBar = closesAtEnd ? bars.count() - 1 : SmaCross.STAYS_OPEN;
        return bars.run(VENUE.withFees(fees), new SmaCross(fastBars, slowBars, bars.opens(), fees.takerE8(), lastBar));
    }

    /** The strategy of its test of all statistics. */
    static final class CrossOfThirty implements PeerCase {
        private static final int FIRST_BAR = 29;

        @Override
        public String title() {
            return "backtesting.py, SMA 10/30 on GOOG";
        }

        @Override
        public List<Figure> figures() {
            final BacktestingPyBars bars = BacktestingPyBars.read("GOOG.csv", 2, TestMarket.DAY_NS);
            final PeerRun run = run(bars, 10, 30, "0", true);
            final List<RoundTrip> trades = RoundTrips.of(run.fills());
            final BacktestingPyStatistics our =
                    new BacktestingPyStatistics(run.equity(), bars.closes(), bars.days(), trades);
            final List<Figure> figures = new ArrayList<>();
            figures.add(trades("backtestingpy-goog-sma10-30-trades.csv", trades));
            figures.add(
                    Figure.within("final equity", "51422.98999999996", run.finalEquity(), run.doubleBound(), DOUBLES));
            figures.add(percent("peak of equity", "75787.44", our.equityPeak() / 100));
            figures.add(percent("return, %", "414.2298999999996", our.returned()));
            figures.add(percent("buy and hold, %", "522.0601851851852", our.buyAndHold(FIRST_BAR)));
            figures.add(percent("return a year, %", "21.191099249053224", our.annualReturn()));
            figures.add(percent("volatility a year, %", "36.49716090702389", our.annualVolatility()));
            figures.add(percent("CAGR, %", "21.160245705962623", our.cagr()));
            figures.add(ratio("Sharpe", "0.5806232244485349", our.sharpe()));
            figures.add(ratio("Sortino", "1.0853434352488662", our.sortino()));
            figures.add(ratio("Calmar", "0.44166409202994605", our.calmar()));
            figures.add(percent("max. drawdown, %", "-47.98012705007589", our.maxDrawdown()));
            figures.add(percent("average drawdown, %", "-5.925851581948801", our.averageDrawdown()));
            figures.add(Figure.equal("longest drawdown, days", "584", our.longestDrawdownDays()));
            figures.add(percent("win rate, %", "46.96969696969697", our.winRate()));
            figures.add(percent("best trade, %", "53.59595229490424", our.bestTrade()));
            figures.add(percent("worst trade, %", "-18.39887353835481", our.worstTrade()));
            figures.add(percent("average trade, %", "2.531715975158555", our.averageTrade()));
            figures.add(ratio("profit factor", "2.167945974262033", our.profitFactor()));
            figures.add(percent("expectancy, %", "3.2748078066748834", our.expectancy()));
            figures.add(ratio("SQN", "1.0766187356697705", our.sqn()));
            figures.add(ratio("Kelly", "0.1518705127029717", our.kelly()));
            figures.add(percent("exposure, %", "96.74115456238361", our.exposure()));
            figures.add(percent("alpha, %", "394.37391142027462", our.alpha(FIRST_BAR)));
            figures.add(ratio("beta", "0.03803390709192", our.beta()));
            return figures;
        }
    }

    /** The README's example as the present code trades it. */
    static final class CrossOfTwenty implements PeerCase {
        @Override
        public String title() {
            return "backtesting.py, SMA 10/20 on GOOG, 0.2 % a side";
        }

        @Override
        public List<Figure> figures() {
            final BacktestingPyBars bars = BacktestingPyBars.read("GOOG.csv", 2, TestMarket.DAY_NS);
            final PeerRun run = run(bars, 10, 20, "20", false);
            final List<PeerFill> closed = run.fills().subList(0, run.fills().size() - 1);
            final List<RoundTrip> trades = RoundTrips.of(closed);
            final BacktestingPyStatistics our =
                    new BacktestingPyStatistics(run.equity(), bars.closes(), bars.days(), trades);
            return List.of(
                    trades("backtestingpy-goog-sma10-20-comm0.2pct-trades.csv", trades),
                    Figure.within("final equity", "56263.51934000004", run.finalEquity(), run.doubleBound(), DOUBLES),
                    percent("max. drawdown, %", "-33.93159182905461", our.maxDrawdown()),
                    ratio("Sharpe", "0.6007399729861899", our.sharpe()));
        }
    }

    /** The strategy of the first case on hours. */
    static final class CrossOfEuroHours implements PeerCase {
        @Override
        public String title() {
            return "backtesting.py, SMA 10/30 on EURUSD hours";
        }

        @Override
        public List<Figure> figures() {
            final BacktestingPyBars bars = BacktestingPyBars.read("EURUSD.csv", 5, 3600 * TestMarket.SECOND_NS);
            final PeerRun run = run(bars, 10, 30, "0", true);
            final double drawdown =
                    new BacktestingPyStatistics(run.equity(), bars.closes(), new long[0], List.of()).maxDrawdown();
            return List.of(
                    Figure.equal("trades", "167", RoundTrips.of(run.fills()).size()),
                    Figure.within("final equity", "9788.188269999984", run.finalEquity(), run.doubleBound(), DOUBLES),
                    percent("max. drawdown, %", "-7.403641674809325", drawdown));
        }
    }

    /** A published list of trades must be ours: sizes, prices and days of all, and the profit to a rounding of its double. */
    private static Figure trades(final String name, final List<RoundTrip> ours) {
        final List<String> lines = SharedFiles.lines("cases/" + name);
        final List<String> theirs = new ArrayList<>();
        final List<String> same = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            final String[] f = lines.get(i).split(",");
            theirs.add(trade(
                    f[0], Double.parseDouble(f[3]), Double.parseDouble(f[4]), Double.parseDouble(f[5]), f[7], f[8]));
        }
        for (final RoundTrip trade : ours) {
            same.add(trade(
                    Long.toString(trade.entry().quantity()),
                    trade.entryPrice(),
                    trade.exitPrice(),
                    trade.profit(),
                    trade.entry().date(),
                    trade.exit().date()));
        }
        return PeerFills.compare("trades", "trades", theirs, same);
    }

    private static String trade(
            final String size,
            final double entryPrice,
            final double exitPrice,
            final double profit,
            final String from,
            final String to) {
        return String.format(
                Locale.ROOT, "%s, %s to %s, %.6f, %s to %s", size, entryPrice, exitPrice, profit, from, to);
    }

    private static Figure ratio(final String name, final String theirs, final double ours) {
        return Figure.within(name, theirs, ours, bound(theirs), DOUBLES);
    }

    private static Figure percent(final String name, final String theirs, final double ours) {
        return Figure.within(name, theirs, 100 * ours, bound(theirs), DOUBLES);
    }

    /** What 2,148 roundings of a double can add up to, of which a sum over as many bars has one each. */
    private static double bound(final String theirs) {
        return 2148 * Math.ulp(1.0) * Math.max(1, Math.abs(Double.parseDouble(theirs)));
    }

    static List<PeerCase> all() {
        return List.copyOf(Arrays.<PeerCase>asList(new CrossOfThirty(), new CrossOfTwenty(), new CrossOfEuroHours()));
    }
}
