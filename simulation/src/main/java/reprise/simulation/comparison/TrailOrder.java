package reprise.simulation.comparison;

import reprise.order.Order;
import reprise.order.OrderPurpose;
import reprise.order.OrderState;
import reprise.order.OrderTerms;
import reprise.order.Side;

/** An order as it was decided, how often it was changed since, and whether its venue refused it. */
public final class TrailOrder {
    private final long orderId;
    private final int strategyId;
    private final int instrumentId;
    private final OrderTerms terms;
    private final OrderPurpose purpose;
    private final long timeNs;
    private final long barsBefore;
    private int revision;
    private boolean isRejected;

    TrailOrder(final Order order, final long timeNs, final long barsBefore) {
        orderId = order.orderId();
        strategyId = order.strategyId();
        instrumentId = order.instrumentId();
        terms = new OrderTerms().set(order.terms());
        purpose = order.purpose();
        this.timeNs = timeNs;
        this.barsBefore = barsBefore;
        changed(order);
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
     * What it trades.
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
        return terms.side();
    }

    /**
     * What was asked for at first.
     *
     * @return to be read only.
     */
    public OrderTerms terms() {
        return terms;
    }

    /**
     * Why it was sent.
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
     * How many bars of its instrument had been handled before it was decided: the same in two runs on the same bars, whatever their clocks
     * say.
     *
     * @return 0 or more.
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
