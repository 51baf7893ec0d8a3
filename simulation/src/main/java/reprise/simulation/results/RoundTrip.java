package reprise.simulation.results;

import reprise.market.Instrument;
import reprise.market.SplitRatio;
import reprise.number.Decimals;
import reprise.number.Rounding;
import reprise.order.Order;
import reprise.order.Side;

/** The trade under way of one strategy in one instrument. Reused from trade to trade; allocates only when a trade ends. */
final class RoundTrip {
    /** Of a trade; a fill that is taken back is mostly a recent one. */
    private static final int ORDERS_REMEMBERED = 64;

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
    private final long[] orderIds = new long[ORDERS_REMEMBERED];
    private long orderCount;

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
     * @param order that was filled.
     * @param price of it.
     * @param quantity of it, positive.
     * @param fee of it.
     * @param timeNs of it.
     * @param bars of the instrument that have closed so far.
     * @param trades takes the trade that this fill ends, if it does.
     */
    void fill(
            final Order order,
            final long price,
            final long quantity,
            final long fee,
            final long timeNs,
            final long bars,
            final TradeStatistics trades) {
        trade(order, order.side().sign() * quantity, price, fee, timeNs, bars, trades);
    }

    /**
     * A fill is taken back. Of the trade under way it has never been; of one that has ended, which is told already, it is traded back at its
     * price and for its fee, so that all trades together come to what the account has.
     *
     * @param order whose fill it was.
     * @param price of it.
     * @param quantity of it, positive.
     * @param fee of it.
     * @param timeNs when it is taken back.
     * @param bars of the instrument that have closed so far.
     * @param trades takes the trade that this ends, if it does.
     */
    void bust(
            final Order order,
            final long price,
            final long quantity,
            final long fee,
            final long timeNs,
            final long bars,
            final TradeStatistics trades) {
        final long own = ownOf(order, price, quantity, fee);
        final long ownFee = Decimals.multiplyDivide(fee, own, quantity, Rounding.HALF_EVEN);
        if (own > 0) {
            weighAt(price);
            undo(order.side(), own, instrument.notional(price, own), ownFee);
            if (position == 0 && leftQuantity > 0) {
                // What was left had been entered by other fills.
                trades.ended(trade(trades.count() + 1, order.side(), timeNs, bars, false));
            }
        }
        if (own < quantity) {
            final long back = -order.side().sign() * (quantity - own);
            trade(order, back, price, ownFee - fee, timeNs, bars, trades);
        }
    }

    /** How much of a fill is to be taken out of the trade under way. */
    private long ownOf(final Order order, final long price, final long quantity, final long fee) {
        if (position == 0 || !isOfThisTrade(order.orderId())) {
            return 0;
        }
        if (order.side() != side()) {
            return Math.min(quantity, leftQuantity);
        }
        final long own = Math.min(quantity, Math.abs(position));
        final boolean isAll = own == enteredQuantity;
        // An order that turned a position over is of two trades: nothing may be left of money without a quantity.
        final boolean isExact = instrument.notional(price, own) == enteredNotional
                && Decimals.multiplyDivide(fee, own, quantity, Rounding.HALF_EVEN) == fees;
        return isAll && !isExact ? 0 : own;
    }

    private void undo(final Side side, final long quantity, final long notional, final long fee) {
        if (side == side()) {
            enteredQuantity -= quantity;
            enteredNotional -= notional;
        } else {
            leftQuantity -= quantity;
            leftNotional -= notional;
        }
        fees -= fee;
        position -= side.sign() * quantity;
    }

    private boolean isOfThisTrade(final long orderId) {
        boolean isIt = false;
        for (int i = 0; i < Math.min(orderCount, ORDERS_REMEMBERED); i++) {
            isIt |= orderIds[i] == orderId;
        }
        return isIt;
    }

    private void remember(final long orderId) {
        if (orderCount == 0 || orderIds[(int) ((orderCount - 1) % ORDERS_REMEMBERED)] != orderId) {
            orderIds[(int) (orderCount++ % ORDERS_REMEMBERED)] = orderId;
        }
    }

    /** The units changed: what was traded is counted in the new ones. A fraction of a unit, which is paid for, counts as left for nothing. */
    void onSplit(final SplitRatio ratio, final long timeNs, final long bars, final TradeStatistics trades) {
        if (position == 0) {
            return;
        }
        final Side side = side();
        excursion.weigh(worth(excursion.lowest()));
        excursion.weigh(worth(excursion.highest()));
        excursion.restart(instrument.markPrice());
        position = ratio.quantity(position);
        if (position == 0) {
            leftQuantity = enteredQuantity;
            trades.ended(trade(trades.count() + 1, side, timeNs, bars, false));
        } else {
            enteredQuantity = ratio.quantity(enteredQuantity);
            leftQuantity = enteredQuantity - Math.abs(position);
        }
    }

    private void trade(
            final Order order,
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
            enter(order, signedQuantity, notional, fee, timeNs, bars);
        } else if (Math.abs(signedQuantity) <= Math.abs(position)) {
            leave(order, signedQuantity, notional, fee, timeNs, bars, trades);
        } else {
            final long closing = Math.abs(position);
            final long all = Math.abs(signedQuantity);
            final long closingNotional = Decimals.multiplyDivide(notional, closing, all, Rounding.HALF_EVEN);
            final long closingFee = Decimals.multiplyDivide(fee, closing, all, Rounding.HALF_EVEN);
            final long opening = signedQuantity + position;
            leave(order, -position, closingNotional, closingFee, timeNs, bars, trades);
            excursion.begin(price);
            enter(order, opening, notional - closingNotional, fee - closingFee, timeNs, bars);
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
            final Order order,
            final long signedQuantity,
            final long notional,
            final long fee,
            final long timeNs,
            final long bars) {
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
            orderCount = 0;
        }
        entries.add(order.purpose());
        remember(order.orderId());
        position += signedQuantity;
        enteredQuantity += Math.abs(signedQuantity);
        enteredNotional = Math.addExact(enteredNotional, notional);
        fees += fee;
    }

    private void leave(
            final Order order,
            final long signedQuantity,
            final long notional,
            final long fee,
            final long timeNs,
            final long bars,
            final TradeStatistics trades) {
        final Side side = side();
        exits.add(order.purpose());
        remember(order.orderId());
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
