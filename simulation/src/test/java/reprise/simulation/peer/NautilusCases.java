package reprise.simulation.peer;

import java.util.List;
import reprise.indicator.Line;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.simulation.BarList;
import reprise.simulation.TestMarket;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.MarketFill;
import reprise.simulation.venue.MatchingRules;
import reprise.simulation.venue.VenueConfig;
import reprise.testkit.SharedFiles;

/** What NautilusTrader asserts in its acceptance tests. */
final class NautilusCases {
    private static final int BARS = 10_000;
    private static final int PRICE_DECIMALS = 1;
    private static final int QUANTITY_DECIMALS = 4;

    private NautilusCases() {}

    static List<PeerCase> all() {
        return List.of(new EmaCross(), new SlicedEmaCross());
    }

    private static PeerRun run(final Crosser crosser) {
        final VenueConfig venue = VenueConfig.PLAIN
                .withShortsAndLeverageE8(2 * Money.ONE)
                .withFees(FeeSchedule.ofBasisPoints("10", "10"))
                .withMatching(MatchingRules.PLAIN.withMarketFill(MarketFill.SAME_CLOSE));
        return new PeerRun(venue, "10000000")
                .instrument("BTC", PRICE_DECIMALS, QUANTITY_DECIMALS, minutes())
                .play(crosser);
    }

    private static BarList minutes() {
        final List<String> lines = SharedFiles.lines("data/nautilus/btc-perp-20211231-20220201_1m.csv");
        final BarList bars = new BarList(TestMarket.MINUTE_NS);
        for (final String line : lines.subList(1, BARS + 1)) {
            final String[] fields = line.split(",");
            // The peer takes the stamp for the end of the minute.
            final long closeNs = PeerBars.timeNs(fields[0]);
            PeerBars.add(bars, closeNs - TestMarket.MINUTE_NS, fields, 1, PRICE_DECIMALS);
        }
        return bars;
    }

    /** Always in the market, on the side of the faster average; every order fills at the close that it answers. */
    private static final class EmaCross implements PeerCase {
        @Override
        public String title() {
            return "NautilusTrader, EMA 10/20 on BTC minutes";
        }

        @Override
        public List<Figure> figures() {
            // A thousandth of a bitcoin.
            final PeerRun run = run(new Crosser(10, 1));
            final List<String> theirs = SharedFiles.lines("cases/nautilus-btcperp-emacross-fills.csv").stream()
                    .skip(1)
                    .toList();
            final List<String> ours = run.fills().stream().map(EmaCross::line).toList();
            return List.of(
                    PeerFills.compare("orders, each filled at once", "fills", theirs, ours),
                    Figure.equal("fees", "41.11586700", run.fees().toPlainString()),
                    Figure.equal(
                            "final USDT", "9999954.94313300", run.finalCash().toPlainString()));
        }

        private static String line(final PeerFill fill) {
            final String time = fill.time().toString().replace('T', ' ').replace("Z", ".000000");
            return time + "," + (fill.quantity() > 0 ? "BUY" : "SELL") + ","
                    + Decimals.format(fill.price(), PRICE_DECIMALS);
        }
    }

    /**
     * The same with ten times the size, of which four slices open a position and one order closes it. The slices come within ten seconds there
     * and fill at the same close, because no other price is known; here they come at once.
     */
    private static final class SlicedEmaCross implements PeerCase {
        @Override
        public String title() {
            return "NautilusTrader, EMA 10/20 on BTC minutes, opened in four slices";
        }

        @Override
        public List<Figure> figures() {
            final PeerRun run = run(new Crosser(25, 4));
            return List.of(
                    Figure.equal(
                            "orders, each filled at once", "2255", run.fills().size()),
                    Figure.equal(
                            "final USDT", "9999549.43133000", run.finalCash().toPlainString()));
        }
    }

    private static final class Crosser extends PeerStrategy {
        private static final int SLOW = 20;

        private final long slice;
        private final int slices;
        private Line fast;
        private Line slow;
        private int bars;

        Crosser(final long slice, final int slices) {
            this.slice = slice;
            this.slices = slices;
        }

        @Override
        void begin() {
            final Instrument instrument = context().instrument(0);
            fast = context().indicator(instrument, "ema_first:10");
            slow = context().indicator(instrument, "ema_first:" + SLOW);
        }

        @Override
        public void onBar(final Instrument instrument) {
            bars++;
            if (bars == BARS) {
                trade(instrument, -held(instrument));
            } else if (bars >= SLOW && !isSinglePrice(instrument.bar())) {
                hold(instrument, fast.value() >= slow.value() ? 1 : -1);
            }
        }

        private static boolean isSinglePrice(final Bar bar) {
            return bar.high() == bar.low();
        }

        private void hold(final Instrument instrument, final int side) {
            final long held = held(instrument);
            if (Long.signum(held) == side) {
                return;
            }
            trade(instrument, -held);
            for (int i = 0; i < slices; i++) {
                trade(instrument, side * slice);
            }
        }
    }
}
