package reprise.simulation.peer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import reprise.market.Aggressor;
import reprise.market.Instrument;
import reprise.market.InstrumentStatus;
import reprise.order.Side;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.InstrumentTicks;
import reprise.simulation.backtest.TickFeed;
import reprise.simulation.market.TickSource;

/** LEAN's first example: all of an account in SPY at the first minute's ask, held for a week of quotes and trades. */
final class LeanBuyAndHold implements PeerCase {
    @Override
    public String title() {
        return "LEAN, buy and hold SPY, minutes of quotes and trades";
    }

    @Override
    public List<Figure> figures() {
        final PeerRun run = new PeerRun(LeanFees.VENUE, "100000")
                .instrument("SPY", LeanBars.DECIMALS, 0, null)
                .play(new Buyer(), new TickFeed(List.of(new InstrumentTicks(0, ticks()))));
        return List.of(
                Figure.equal("orders", "1", run.fills().size()),
                Figure.equal("shares", "688", run.fills().get(0).quantity()),
                Figure.printed("end equity", "101691.92", run.finalEquity().doubleValue()),
                Figure.printed("fees", "3.44", run.fees().doubleValue()),
                Figure.printed("net profit, %", "1.692", run.finalEquity().doubleValue() / 1000 - 100));
    }

    private static final class Buyer extends PeerStrategy {
        private boolean begun;

        @Override
        public void onTrade(final Instrument spy) {
            if (!begun) {
                begun = true;
                trade(spy, LeanFees.sharesFor(context().equity(), spy.notional(spy.lastTradePrice(), 1)));
            }
        }
    }

    /** What is known at the end of each minute: its last quote, deep enough for anybody, and its last trade. */
    private static TickSource ticks() {
        final LeanBars bars = new LeanBars();
        final List<Tick> ticks = new ArrayList<>();
        for (LocalDate day = LeanBars.FIRST_DAY; !day.isAfter(LeanBars.LAST_DAY); day = day.plusDays(1)) {
            final BigDecimal factor = bars.factor(day);
            for (final String[] row : LeanBars.session("minute", day, "quote")) {
                ticks.add(new Tick(
                        LeanBars.openNs(day, row) + TestMarket.MINUTE_NS,
                        LeanBars.adjusted(row[4], factor),
                        LeanBars.adjusted(row[9], factor),
                        0));
            }
            for (final String[] row : LeanBars.session("minute", day, "trade")) {
                ticks.add(new Tick(
                        LeanBars.openNs(day, row) + TestMarket.MINUTE_NS, 0, 0, LeanBars.adjusted(row[4], factor)));
            }
        }
        // Stable: the quote of a minute comes before its trade.
        ticks.sort(java.util.Comparator.comparingLong(Tick::timeNs));
        return new Ticks(ticks.iterator());
    }

    private record Tick(long timeNs, long bid, long ask, long trade) {}

    private static final class Ticks implements TickSource {
        private static final long DEEP = 1_000_000;

        private final Iterator<Tick> ticks;
        private Tick tick;

        Ticks(final Iterator<Tick> ticks) {
            this.ticks = ticks;
        }

        @Override
        public boolean next() {
            tick = ticks.hasNext() ? ticks.next() : null;
            return tick != null;
        }

        @Override
        public Kind kind() {
            return tick.trade == 0 ? Kind.QUOTE : Kind.TRADE;
        }

        @Override
        public long timeNs() {
            return tick.timeNs;
        }

        @Override
        public long bidPrice() {
            return tick.bid;
        }

        @Override
        public long bidQuantity() {
            return DEEP;
        }

        @Override
        public long askPrice() {
            return tick.ask;
        }

        @Override
        public long askQuantity() {
            return DEEP;
        }

        @Override
        public long price() {
            return tick.trade;
        }

        @Override
        public long quantity() {
            return 1;
        }

        @Override
        public Side side() {
            throw new UnsupportedOperationException("there are no levels");
        }

        @Override
        public Aggressor aggressor() {
            return Aggressor.UNKNOWN;
        }

        @Override
        public InstrumentStatus status() {
            throw new UnsupportedOperationException("trading is not halted");
        }

        @Override
        public void close() {
            // nothing to release
        }
    }
}
