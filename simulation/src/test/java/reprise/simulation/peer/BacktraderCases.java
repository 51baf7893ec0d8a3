package reprise.simulation.peer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.simulation.BarList;
import reprise.simulation.TestMarket;
import reprise.simulation.peer.RoundTrips.RoundTrip;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.VenueConfig;
import reprise.testkit.SharedFiles;

/** What backtrader asserts of a close that crosses its average. */
final class BacktraderCases {
    private static final int DECIMALS = 2;

    private BacktraderCases() {}

    static List<PeerCase> all() {
        return List.of(new Stock(), new Future());
    }

    private static BarList bars() {
        final BarList bars = new BarList(TestMarket.DAY_NS);
        final List<String> lines = SharedFiles.lines("data/backtrader/2006-day-001.txt");
        for (final String line : lines.subList(1, lines.size())) {
            final String[] fields = line.split(",");
            PeerBars.add(bars, PeerBars.dayNs(fields[0]), fields, 1, DECIMALS);
        }
        return bars;
    }

    private static Figure fills(final String mode, final PeerRun run, final long unitsPerContract) {
        final List<String> theirs = SharedFiles.lines("cases/backtrader-2006day-sma15-" + mode + "-fills.csv");
        final List<String> ours = new ArrayList<>();
        for (final PeerFill fill : run.fills()) {
            ours.add(String.format(
                    Locale.ROOT,
                    "%s,%s,%d,%s,%.1f",
                    fill.date(),
                    fill.quantity() > 0 ? "BUY" : "SELL",
                    fill.quantity() / unitsPerContract,
                    Double.toString(Decimals.toDouble(fill.price(), DECIMALS)),
                    Money.toDouble(fill.fee())));
        }
        return PeerFills.compare("fills", "fills", theirs.subList(1, theirs.size()), ours);
    }

    /** A unit of an index as if it were a stock. */
    private static final class Stock implements PeerCase {
        @Override
        public String title() {
            return "backtrader, close crosses SMA 15, stock";
        }

        @Override
        public List<Figure> figures() {
            final PeerRun run = new PeerRun(VenueConfig.PLAIN, "10000")
                    .instrument("INDEX", DECIMALS, 0, bars())
                    .play(new Crossover(1));
            return List.of(
                    fills("stock", run, 1),
                    Figure.printed("value", "10284.10", run.finalEquity().doubleValue()),
                    Figure.printed("cash", "6164.16", run.finalCash().doubleValue()));
        }
    }

    /** A contract of ten units, at two of a currency a side: the multiplier is in the quantity, the fee of a contract in that of its units. */
    private static final class Future implements PeerCase {
        private static final long MULTIPLIER = 10;
        private static final BigDecimal MARGIN = BigDecimal.valueOf(1000);

        @Override
        public String title() {
            return "backtrader, close crosses SMA 15, future";
        }

        @Override
        public List<Figure> figures() {
            final VenueConfig venue = VenueConfig.PLAIN
                    .withShortsAndLeverageE8(10 * Money.ONE)
                    .withFees(new FeeSchedule(0, 0, Money.parse("0.2"), 0));
            final PeerRun run = new PeerRun(venue, "10000")
                    .instrument("INDEX", DECIMALS, 0, bars())
                    .play(new Crossover(MULTIPLIER));
            final List<PeerFill> closed = run.fills().subList(0, run.fills().size() - 1);
            final double[] profits = RoundTrips.of(closed).stream()
                    .mapToDouble(RoundTrip::profit)
                    .toArray();
            return List.of(
                    fills("future", run, MULTIPLIER),
                    Figure.printed("value", "12795.00", run.finalEquity().doubleValue()),
                    Figure.equal(
                            "cash",
                            "11795.00",
                            run.finalEquity().subtract(MARGIN).setScale(2).toPlainString(),
                            "ours less the margin of the contract that is held"),
                    Figure.equal("closed trades", "11", profits.length),
                    Figure.printed("SQN", "0.912550316439", sqn(profits)),
                    Figure.within(
                            "return",
                            "0.2794999999999983",
                            run.finalEquity().divide(BigDecimal.valueOf(10_000)).subtract(BigDecimal.ONE),
                            run.doubleBound() / 10_000 + Math.ulp(1.0),
                            "their doubles"));
        }

        /** By the deviation with ddof 0. */
        private static double sqn(final double[] profits) {
            double mean = 0;
            for (final double profit : profits) {
                mean += profit / profits.length;
            }
            double squares = 0;
            for (final double profit : profits) {
                squares += (profit - mean) * (profit - mean);
            }
            return Math.sqrt(profits.length) * mean / Math.sqrt(squares / profits.length);
        }
    }

    /** Long when the close crosses its average upwards, flat when it crosses it downwards. */
    private static final class Crossover extends PeerStrategy {
        private final long units;
        private Line average;
        private double before = Double.NaN;

        Crossover(final long units) {
            this.units = units;
        }

        @Override
        void begin() {
            average = context().indicator(context().instrument(0), "sma:15");
        }

        @Override
        public void onBar(final Instrument instrument) {
            final double above = instrument.toDouble(instrument.bar().close()) - average.value();
            if (held(instrument) == 0 && before < 0 && above > 0) {
                trade(instrument, units);
            } else if (held(instrument) > 0 && before > 0 && above < 0) {
                trade(instrument, -held(instrument));
            }
            before = above == 0 ? before : above;
        }
    }
}
