package reprise.simulation.peer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reprise.market.Instrument;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.InstrumentTicks;
import reprise.simulation.backtest.TickFeed;

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
                Figure.printed("net profit, %", "1.692", run.finalEquity().doubleValue() / 1000 - 100),
                Figure.printed("compounded to a year, %", "271.453", 100 * compounded(run.finalEquity())));
    }

    /** From the midnight before the first session to the end of the last, in years of 365 days. */
    private static double compounded(final BigDecimal finalEquity) {
        final double days = 4 + 16.0 / 24;
        return StrictMath.pow(finalEquity.doubleValue() / 100_000, 365 / days) - 1;
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
    private static PeerTicks ticks() {
        final LeanBars bars = new LeanBars();
        final List<PeerTicks.Tick> ticks = new ArrayList<>();
        for (LocalDate day = LeanBars.FIRST_DAY; !day.isAfter(LeanBars.LAST_DAY); day = day.plusDays(1)) {
            final BigDecimal factor = bars.factor(day);
            for (final String[] row : LeanBars.session("minute", day, "quote")) {
                ticks.add(PeerTicks.quote(
                        LeanBars.openNs(day, row) + TestMarket.MINUTE_NS,
                        LeanBars.adjusted(row[4], factor),
                        LeanBars.adjusted(row[9], factor)));
            }
            for (final String[] row : LeanBars.session("minute", day, "trade")) {
                ticks.add(PeerTicks.trade(
                        LeanBars.openNs(day, row) + TestMarket.MINUTE_NS, LeanBars.adjusted(row[4], factor), 1));
            }
        }
        // Stable: the quote of a minute comes before its trade.
        ticks.sort(Comparator.comparingLong(PeerTicks.Tick::timeNs));
        return new PeerTicks(ticks);
    }
}
