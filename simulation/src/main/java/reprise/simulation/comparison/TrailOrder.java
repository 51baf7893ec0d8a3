package reprise.simulation.comparison;

import reprise.order.Order;
import reprise.order.OrderPurpose;
import reprise.order.OrderState;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;

/** An order as it was decided, and how often it was changed since. */
public final class TrailOrder {
    private final long orderId;
    private final int strategyId;
    private final int instrumentId;
    private final Side side;
    private final OrderType type;
    private final TimeInForce timeInForce;
    private final long quantity;
    private final long limitPrice;
    private final long stopPrice;
    private final OrderPurpose purpose;
    private final long timeNs;
    private final long barsBefore;
    private int revision;
    private boolean isRejected;

    TrailOrder(final Order order, final long timeNs, final long barsBefore) {
        orderId = order.orderId();
        strategyId = order.strategyId();
        instrumentId = order.instrumentId();
        side = order.side();
        type = order.type();
        timeInForce = order.timeInForce();
        quantity = order.quantity();
        limitPrice = order.limitPrice();
        stopPrice = order.terms().stopPrice();
        purpose = order.purpose();
        revision = order.revision();
        this.timeNs = timeNs;
        this.barsBefore = barsBefore;
    }

    void changed(final Order order) {
        revision = order.revision();
        isRejected = order.state() == OrderState.REJECTED;
    }

    /**
     * Which order it is in its run.
     *
     * @return unique in the run.
     */
    public long orderId() {
        return orderId;
    }

    /**
     * Who decided it.
     *
     * @return 0 for the operator.
     */
    public int strategyId() {
        return strategyId;
    }

    /**
     * What it is for.
     *
     * @return dense id.
     */
    public int instrumentId() {
        return instrumentId;
    }

    /**
     * Which way it goes.
     *
     * @return BUY or SELL.
     */
    public Side side() {
        return side;
    }

    /**
     * Of which kind it is.
     *
     * @return the type.
     */
    public OrderType type() {
        return type;
    }

    /**
     * How long it works.
     *
     * @return the time in force.
     */
    public TimeInForce timeInForce() {
        return timeInForce;
    }

    /**
     * How much it was for at first.
     *
     * @return quantity units.
     */
    public long quantity() {
        return quantity;
    }

    /**
     * Its limit at first.
     *
     * @return price units; 0 for none.
     */
    public long limitPrice() {
        return limitPrice;
    }

    /**
     * Its stop at first.
     *
     * @return price units; 0 for none.
     */
    public long stopPrice() {
        return stopPrice;
    }

    /**
     * What it is for.
     *
     * @return the purpose.
     */
    public OrderPurpose purpose() {
        return purpose;
    }

    /**
     * When it was decided.
     *
     * @return engine time, nanoseconds since the epoch.
     */
    public long timeNs() {
        return timeNs;
    }

    /**
     * How many bars of its instrument had been handled before it was decided.
     *
     * @return the same in two runs on the same bars, whatever their clocks say.
     */
    public long barsBefore() {
        return barsBefore;
    }

    /**
     * How often its terms were changed so far.
     *
     * @return 0 for never.
     */
    public int revision() {
        return revision;
    }

    /**
     * Whether the venue refused it.
     *
     * @return so far.
     */
    public boolean isRejected() {
        return isRejected;
    }
}
