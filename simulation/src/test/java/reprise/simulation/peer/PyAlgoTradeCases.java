package reprise.simulation.peer;

import java.util.Arrays;
import java.util.List;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.simulation.BarList;
import reprise.simulation.peer.RoundTrips.RoundTrip;
import reprise.simulation.venue.VenueConfig;

/** PyAlgoTrade's samples of one stock. */
final class PyAlgoTradeCases {
    private static final double RISK_FREE = 0.05;
    private static final int PERCENT = 100;

    private PyAlgoTradeCases() {}

    static List<PeerCase> all() {
        return List.of(new PyAlgoTradePairs(), new TenShares(), new LongAverage(), new ShortAverage());
    }

    private static PeerRun run(final String cash, final BarList bars, final PeerStrategy strategy, final String name) {
        return new PeerRun(VenueConfig.PLAIN, cash)
                .instrument(name, PyAlgoTradeBars.DECIMALS, 0, bars)
                .play(strategy);
    }

    /** Its first tutorial with orders. */
    private static final class TenShares implements PeerCase {
        @Override
        public String title() {
            return "PyAlgoTrade, tutorial 4: ten ORCL above SMA 15";
        }

        @Override
        public List<Figure> figures() {
            final PeerRun run =
                    run("1000", PyAlgoTradeBars.wiki("WIKI-ORCL-2000-quandl.csv"), new AboveAverage(), "orcl");
            return List.of(
                    PeerFills.compareRounded("cases/pyalgotrade-tutorial-4-fills.csv", run.fills()),
                    Figure.printed(
                            "final equity, as published",
                            "974.87",
                            run.finalEquity().doubleValue()),
                    Figure.within(
                            "final equity",
                            "974.865100780343",
                            run.finalEquity(),
                            run.roundingBound(),
                            PeerRun.ROUNDED));
        }
    }

    private static final class AboveAverage extends PeerStrategy {
        private static final long SHARES = 10;

        private Line average;

        @Override
        void begin() {
            average = context().indicator(context().instrument(0), "sma:15");
        }

        @Override
        public void onBar(final Instrument instrument) {
            final double close = instrument.toDouble(instrument.bar().close());
            if (held(instrument) == 0 && close > average.value()) {
                trade(instrument, SHARES);
            } else if (held(instrument) > 0 && close < average.value()) {
                trade(instrument, -held(instrument));
            }
        }
    }

    /** Its sample of a crossover, of two years of AAPL. */
    private static final class LongAverage implements PeerCase {
        @Override
        public String title() {
            return "PyAlgoTrade, AAPL crosses SMA 163";
        }

        @Override
        public List<Figure> figures() {
            final BarList bars = PyAlgoTradeBars.wiki("WIKI-AAPL-2011-quandl.csv", "WIKI-AAPL-2012-quandl.csv");
            final PeerRun run = run("1000000", bars, new Crossover(163), "AAPL");
            final DailyStatistics our = new DailyStatistics(1_000_000, run.equity());
            return List.of(
                    PeerFills.compareRounded("cases/pyalgotrade-sma_crossover_sample-fills.csv", run.fills()),
                    Figure.within(
                            "final equity",
                            "1565167.2019905297",
                            run.finalEquity(),
                            run.roundingBound(),
                            PeerRun.ROUNDED),
                    Figure.printed("Sharpe, as published", "1.12", our.sharpe(RISK_FREE)),
                    Figure.within(
                            "Sharpe",
                            "1.119981801821659",
                            our.sharpe(RISK_FREE),
                            our.sharpeBound(run.relativeBound()),
                            PeerRun.ROUNDED));
        }
    }

    /** The same of a year of ORCL, with what its analyzers print. */
    private static final class ShortAverage implements PeerCase {
        @Override
        public String title() {
            return "PyAlgoTrade, ORCL crosses SMA 20";
        }

        @Override
        public List<Figure> figures() {
            final PeerRun run =
                    run("1000000", PyAlgoTradeBars.yahoo("orcl-2000-yahoofinance.csv"), new Crossover(20), "orcl");
            final DailyStatistics our = new DailyStatistics(1_000_000, run.equity());
            final List<RoundTrip> trades = RoundTrips.of(run.fills());
            final double[] profits =
                    trades.stream().mapToDouble(RoundTrip::profit).toArray();
            return List.of(
                    Figure.printed(
                            "final equity", "1295462.60", run.finalEquity().doubleValue()),
                    Figure.printed("return, %", "29.55", PERCENT * our.returned()),
                    Figure.printed("Sharpe", "0.70", our.sharpe(RISK_FREE)),
                    Figure.printed("max. drawdown, %", "24.58", PERCENT * our.maxDrawdown()),
                    Figure.equal("longest drawdown, days", "277", our.longestDrawdownDays(run.days())),
                    Figure.equal("trades", "13", trades.size()),
                    Figure.equal(
                            "winners",
                            "3",
                            trades.stream().filter(trade -> trade.profit() > 0).count()),
                    Figure.printed(
                            "average profit",
                            "14391",
                            Arrays.stream(profits).average().orElseThrow()),
                    Figure.printed(
                            "largest profit",
                            "420782",
                            Arrays.stream(profits).max().orElseThrow()),
                    Figure.printed(
                            "largest loss",
                            "-89317",
                            Arrays.stream(profits).min().orElseThrow()));
        }
    }

    /** Buys for nine tenths of the cash when the close crosses its average upwards, leaves when it crosses it downwards. */
    private static final class Crossover extends PeerStrategy {
        private static final double SHARE_OF_CASH = 0.9;

        private final int bars;
        private Line average;
        private double before = Double.NaN;

        Crossover(final int bars) {
            this.bars = bars;
        }

        @Override
        void begin() {
            average = context().indicator(context().instrument(0), "sma:" + bars);
        }

        @Override
        public void onBar(final Instrument instrument) {
            final double close = instrument.toDouble(instrument.bar().close());
            final double above = close - average.value();
            if (held(instrument) == 0 && before < 0 && above > 0) {
                trade(instrument, (long) (Money.toDouble(context().equity()) * SHARE_OF_CASH / close));
            } else if (held(instrument) > 0 && before > 0 && above < 0) {
                trade(instrument, -held(instrument));
            }
            before = above;
        }
    }
}
