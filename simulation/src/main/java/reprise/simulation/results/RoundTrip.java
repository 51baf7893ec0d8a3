package reprise.simulation.results;

import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Rounding;
import reprise.order.OrderPurpose;
import reprise.order.Side;

/** The trade under way of one strategy in one instrument. Reused from trade to trade; allocates only when a trade ends. */
final class RoundTrip {
    private final int strategyId;
    private final Instrument instrument;
    private long position;
    private long enteredQuantity;
    private long enteredNotional;
    private long leftQuantity;
    private long leftNotional;
    private long fees;
    private long entryTimeNs;
    private long entryBars;
    private final Purposes entries = new Purposes();
    private final Purposes exits = new Purposes();
    private final Excursion excursion = new Excursion();

    RoundTrip(final int strategyId, final Instrument instrument) {
        this.strategyId = strategyId;
        this.instrument = instrument;
    }

    boolean isFlat() {
        return position == 0;
    }

    /**
     * Books a fill.
     *
     * @param purpose of its order.
     * @param signedQuantity positive for a buy.
     * @param price of it.
     * @param fee of it.
     * @param timeNs of it.
     * @param bars of the instrument that have closed so far.
     * @param trades takes the trade that this fill ends, if it does.
     */
    void fill(
            final OrderPurpose purpose,
            final long signedQuantity,
            final long price,
            final long fee,
            final long timeNs,
            final long bars,
            final TradeStatistics trades) {
        final long notional = instrument.notional(price, Math.abs(signedQuantity));
        weighAt(price);
        if (position == 0) {
            excursion.begin(price);
        }
        final boolean enters = position == 0 || (position ^ signedQuantity) >= 0;
        if (enters) {
            enter(signedQuantity, notional, fee, timeNs, bars);
            entries.add(purpose);
        } else if (Math.abs(signedQuantity) <= Math.abs(position)) {
            exits.add(purpose);
            leave(signedQuantity, notional, fee, timeNs, bars, trades);
        } else {
            final long closing = Math.abs(position);
            final long all = Math.abs(signedQuantity);
            final long closingNotional = Decimals.multiplyDivide(notional, closing, all, Rounding.HALF_EVEN);
            final long closingFee = Decimals.multiplyDivide(fee, closing, all, Rounding.HALF_EVEN);
            final long opening = signedQuantity + position;
            exits.add(purpose);
            leave(-position, closingNotional, closingFee, timeNs, bars, trades);
            excursion.begin(price);
            enter(opening, notional - closingNotional, fee - closingFee, timeNs, bars);
            entries.add(purpose);
        }
    }

    /** A bar of the instrument closed. */
    void onBar(final long low, final long high) {
        if (position != 0) {
            excursion.see(low, high);
        }
    }

    /** Values what was seen before the position changes at a price. */
    private void weighAt(final long price) {
        if (position != 0) {
            excursion.see(price, price);
            excursion.weigh(worth(excursion.lowest()));
            excursion.weigh(worth(excursion.highest()));
            excursion.restart(price);
        }
    }

    /** Of the trade, had it all been closed at a price; without fees. */
    private long worth(final long price) {
        final long open = instrument.notional(price, Math.abs(position));
        return side().sign() * (leftNotional + open - enteredNotional);
    }

    private void enter(
            final long signedQuantity, final long notional, final long fee, final long timeNs, final long bars) {
        if (position == 0) {
            entryTimeNs = timeNs;
            entryBars = bars;
            enteredQuantity = 0;
            enteredNotional = 0;
            leftQuantity = 0;
            leftNotional = 0;
            fees = 0;
            entries.clear();
            exits.clear();
        }
        position += signedQuantity;
        enteredQuantity += Math.abs(signedQuantity);
        enteredNotional = Math.addExact(enteredNotional, notional);
        fees += fee;
    }

    private void leave(
            final long signedQuantity,
            final long notional,
            final long fee,
            final long timeNs,
            final long bars,
            final TradeStatistics trades) {
        final Side side = side();
        position += signedQuantity;
        leftQuantity += Math.abs(signedQuantity);
        leftNotional = Math.addExact(leftNotional, notional);
        fees += fee;
        if (position == 0) {
            trades.ended(trade(trades.count() + 1, side, timeNs, bars, false));
        }
    }

    private Side side() {
        return position > 0 ? Side.BUY : Side.SELL;
    }

    /** The trade as if what is open were closed at the last price, without a fee. */
    Trade marked(final long number, final long timeNs, final long bars) {
        weighAt(instrument.markPrice());
        final long openQuantity = Math.abs(position);
        final long openNotional = instrument.notional(instrument.markPrice(), openQuantity);
        leftQuantity += openQuantity;
        leftNotional += openNotional;
        final Trade trade = trade(number, side(), timeNs, bars, true);
        leftQuantity -= openQuantity;
        leftNotional -= openNotional;
        return trade;
    }

    private Trade trade(final long number, final Side side, final long timeNs, final long bars, final boolean isOpen) {
        final long pnl = side.sign() * (leftNotional - enteredNotional) - fees;
        return new Trade(
                number,
                strategyId,
                instrument.id(),
                instrument.symbol(),
                side,
                enteredQuantity,
                entryTimeNs,
                average(enteredNotional, enteredQuantity),
                timeNs,
                average(leftNotional, leftQuantity),
                pnl,
                fees,
                bars - entryBars,
                isOpen,
                entries.toString(),
                exits.toString(),
                excursion.adverse(),
                excursion.favourable());
    }

    private long average(final long notional, final long quantity) {
        return AveragePrice.of(instrument.definition(), notional, quantity);
    }
}
