package reprise.simulation.peer;

import java.util.List;
import java.util.stream.IntStream;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.simulation.peer.RoundTrips.RoundTrip;
import reprise.simulation.venue.VenueConfig;

/** E. Chan's statistical arbitrage of gold and gold miners, as PyAlgoTrade's sample has it. */
final class PyAlgoTradePairs implements PeerCase {
    private static final String CASH = "1000000";
    private static final int FIRST_YEAR = 2006;
    private static final int LAST_YEAR = 2012;

    @Override
    public String title() {
        return "PyAlgoTrade, pairs of GLD and GDX";
    }

    @Override
    public List<Figure> figures() {
        final PeerRun run = new PeerRun(VenueConfig.PLAIN.withShortsAndLeverageE8(4 * Money.ONE), CASH)
                .instrument("gld", PyAlgoTradeBars.DECIMALS, 0, PyAlgoTradeBars.yahoo(years("gld")))
                .instrument("gdx", PyAlgoTradeBars.DECIMALS, 0, PyAlgoTradeBars.yahoo(years("gdx")))
                .play(new Arbitrage());
        final DailyStatistics our = new DailyStatistics(Double.parseDouble(CASH), run.equity());
        final List<RoundTrip> trades = IntStream.range(0, 2)
                .mapToObj(id -> run.fills().stream()
                        .filter(fill -> fill.definition().instrumentId() == id)
                        .toList())
                .flatMap(fills -> RoundTrips.of(fills).stream())
                .toList();
        final double relative = run.relativeBound();
        return List.of(
                PeerFills.compareRounded("cases/pyalgotrade-statarb_erniechan-fills.csv", run.fills()),
                Figure.within(
                        "final equity", "1241843.9469342", run.finalEquity(), run.roundingBound(), PeerRun.ROUNDED),
                Figure.within("return", "0.24184394693420042", our.returned(), relative, PeerRun.ROUNDED),
                Figure.printed("Sharpe, as published", "-0.20", our.sharpe(0.05)),
                Figure.within(
                        "Sharpe", "-0.1966917626872785", our.sharpe(0.05), our.sharpeBound(relative), PeerRun.ROUNDED),
                Figure.within("max. drawdown", "0.1293192825174605", our.maxDrawdown(), relative, PeerRun.ROUNDED),
                Figure.equal("trades", "74", trades.size()),
                Figure.equal(
                        "winners",
                        "42",
                        trades.stream().filter(trade -> trade.profit() > 0).count()));
    }

    private static String[] years(final String symbol) {
        return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                .mapToObj(year -> symbol + "-" + year + "-yahoofinance.csv")
                .toArray(String[]::new);
    }

    /** Buys the spread when it is two deviations below its mean, sells it when it is above, leaves it within one. */
    private static final class Arbitrage extends PeerStrategy {
        private static final int WINDOW = 50;

        private final double[] golds = new double[WINDOW];
        private final double[] miners = new double[WINDOW];
        private int days;

        @Override
        public void onBar(final Instrument instrument) {
            final Instrument gold = context().instrument(0);
            final Instrument miner = context().instrument(1);
            if (instrument != miner || gold.bar().closeTimeNs() != miner.bar().closeTimeNs()) {
                return;
            }
            shift(golds, gold.toDouble(gold.bar().close()));
            shift(miners, miner.toDouble(miner.bar().close()));
            if (++days >= WINDOW) {
                decide(gold, miner);
            }
        }

        private static void shift(final double[] window, final double value) {
            System.arraycopy(window, 1, window, 0, WINDOW - 1);
            window[WINDOW - 1] = value;
        }

        private void decide(final Instrument gold, final Instrument miner) {
            final double hedge = product(golds, miners) / product(miners, miners);
            final double score = score(hedge);
            if (Math.abs(score) <= 1 && held(gold) != 0) {
                trade(gold, -held(gold));
                trade(miner, -held(miner));
            } else if (Math.abs(score) >= 2 && held(gold) == 0) {
                final double cash = Money.toDouble(context().equity());
                final long units = (long) (cash / (golds[WINDOW - 1] + hedge * miners[WINDOW - 1]));
                final int side = score < 0 ? 1 : -1;
                trade(gold, side * units);
                trade(miner, -side * (long) (units * hedge));
            }
        }

        private static double product(final double[] a, final double[] b) {
            double sum = 0;
            for (int i = 0; i < WINDOW; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }

        private double score(final double hedge) {
            double mean = 0;
            for (int i = 0; i < WINDOW; i++) {
                mean += spread(hedge, i) / WINDOW;
            }
            double squares = 0;
            for (int i = 0; i < WINDOW; i++) {
                squares += (spread(hedge, i) - mean) * (spread(hedge, i) - mean);
            }
            return (spread(hedge, WINDOW - 1) - mean) / Math.sqrt(squares / (WINDOW - 1));
        }

        private double spread(final double hedge, final int day) {
            return golds[day] - hedge * miners[day];
        }
    }
}
