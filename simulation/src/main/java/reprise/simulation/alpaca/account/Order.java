package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reprise.simulation.alpaca.market.Asset;

/** An order as the venue has it. Changed by the venue only; guarded by its lock. */
public final class Order {
    private final UUID id;
    private final String clientOrderId;
    private final Asset asset;
    private final OrderRequest request;
    private final long createdNs;
    private final Map<OrderStatus, Long> times = new EnumMap<>(OrderStatus.class);
    private final List<Order> legs = new ArrayList<>();
    private Order parent;
    private Order replaces;
    private Order replacedBy;
    private OrderStatus status;
    private OrderStatus statusBeforePending;
    private OrderPrices prices;
    private BigDecimal filled = BigDecimal.ZERO;
    private BigDecimal filledValue = BigDecimal.ZERO;
    private BigDecimal highWaterMark;
    private boolean triggered;
    private long updatedNs;
    private long expiresNs = Long.MAX_VALUE;
    private long cancelRequestedNs;

    Order(final UUID id, final Asset asset, final OrderRequest request, final String clientOrderId, final long nowNs) {
        this.id = id;
        this.asset = asset;
        this.request = request;
        this.clientOrderId = clientOrderId;
        prices = request.prices();
        createdNs = nowNs;
        updatedNs = nowNs;
        status = OrderStatus.PENDING_NEW;
    }

    void become(final OrderStatus newStatus, final long nowNs) {
        if (newStatus == OrderStatus.PENDING_CANCEL || newStatus == OrderStatus.PENDING_REPLACE) {
            statusBeforePending = status;
        }
        if (newStatus == OrderStatus.PENDING_CANCEL) {
            cancelRequestedNs = nowNs;
        }
        status = newStatus;
        times.put(newStatus, nowNs);
        updatedNs = nowNs;
    }

    void backFromPending(final long nowNs) {
        status = statusBeforePending;
        updatedNs = nowNs;
    }

    /** A fill; what is about to be cancelled or replaced stays so. */
    void fill(final BigDecimal quantity, final BigDecimal price, final long nowNs) {
        filled = filled.add(quantity);
        filledValue = filledValue.add(quantity.multiply(price));
        updatedNs = nowNs;
        if (leaves().signum() == 0) {
            become(OrderStatus.FILLED, nowNs);
        } else if (status == OrderStatus.NEW) {
            become(OrderStatus.PARTIALLY_FILLED, nowNs);
        } else if (statusBeforePending == OrderStatus.NEW) {
            statusBeforePending = OrderStatus.PARTIALLY_FILLED;
        }
    }

    /** A fill that never was, or was at another price. */
    void correct(final BigDecimal quantity, final BigDecimal value, final long nowNs) {
        filled = filled.add(quantity);
        filledValue = filledValue.add(value);
        updatedNs = nowNs;
    }

    void replacing(final Order old) {
        replaces = old;
    }

    void replacedBy(final Order newOrder) {
        replacedBy = newOrder;
    }

    void addLeg(final Order leg) {
        legs.add(leg);
        leg.parent = this;
    }

    void replaceLeg(final Order old, final Order newOrder) {
        legs.replaceAll(leg -> leg == old ? newOrder : leg);
        newOrder.parent = this;
    }

    void adopt(final List<Order> orphans) {
        List.copyOf(orphans).forEach(this::addLeg);
    }

    void trigger() {
        triggered = true;
    }

    void limitAfterTrigger(final BigDecimal limit) {
        prices = new OrderPrices(limit, prices.stop(), prices.trailPrice(), prices.trailPercent());
    }

    void trail(final BigDecimal mark, final BigDecimal stop) {
        highWaterMark = mark;
        prices = new OrderPrices(prices.limit(), stop, prices.trailPrice(), prices.trailPercent());
    }

    void expiresAt(final long timeNs) {
        expiresNs = timeNs;
    }

    long expiresNs() {
        return expiresNs;
    }

    boolean isTriggered() {
        return triggered;
    }

    Order parent() {
        return parent;
    }

    /**
     * The venue's id.
     *
     * @return unique.
     */
    public UUID id() {
        return id;
    }

    /**
     * The client's name for it.
     *
     * @return unique.
     */
    public String clientOrderId() {
        return clientOrderId;
    }

    /**
     * What it trades.
     *
     * @return the asset.
     */
    public Asset asset() {
        return asset;
    }

    /**
     * What the client asked for.
     *
     * @return prices may have moved since.
     */
    public OrderRequest request() {
        return request;
    }

    /**
     * Which way it trades.
     *
     * @return the side.
     */
    public Side side() {
        return request.side();
    }

    /**
     * At which price it trades.
     *
     * @return the type.
     */
    public OrderType type() {
        return request.type();
    }

    /**
     * Its prices now.
     *
     * @return the stop of a trailing stop moves.
     */
    public OrderPrices prices() {
        return prices;
    }

    /**
     * How much it trades.
     *
     * @return null for an order by value.
     */
    public BigDecimal quantity() {
        return request.quantity();
    }

    /**
     * Whether it is by value.
     *
     * @return false for a quantity.
     */
    public boolean isByValue() {
        return request.quantity() == null;
    }

    /**
     * How much was filled.
     *
     * @return 0 or more.
     */
    public BigDecimal filled() {
        return filled;
    }

    /**
     * What is left.
     *
     * @return quantity, or value for an order by value.
     */
    public BigDecimal leaves() {
        return isByValue()
                ? request.notional().subtract(filledValue).max(BigDecimal.ZERO)
                : request.quantity().subtract(filled);
    }

    /**
     * Average price of its fills.
     *
     * @return null if there is none.
     */
    public BigDecimal averagePrice() {
        return filled.signum() == 0 ? null : Numbers.divide(filledValue, filled);
    }

    /**
     * Where it is in its life.
     *
     * @return the status.
     */
    public OrderStatus status() {
        return status;
    }

    /**
     * When it became what it is or was.
     *
     * @param reached a status.
     * @return nanoseconds since the epoch; null if it never was.
     */
    public Long timeOf(final OrderStatus reached) {
        return times.get(reached);
    }

    /**
     * When its cancel was asked for.
     *
     * @return nanoseconds since the epoch; 0 if never.
     */
    public long cancelRequestedNs() {
        return cancelRequestedNs;
    }

    /**
     * When it came.
     *
     * @return nanoseconds since the epoch.
     */
    public long createdNs() {
        return createdNs;
    }

    /**
     * When it last changed.
     *
     * @return nanoseconds since the epoch.
     */
    public long updatedNs() {
        return updatedNs;
    }

    /**
     * The best price since a trailing stop began.
     *
     * @return null for other orders.
     */
    public BigDecimal highWaterMark() {
        return highWaterMark;
    }

    /**
     * The exits of an entry, or the stop of a target.
     *
     * @return none for a simple order.
     */
    public List<Order> legs() {
        return List.copyOf(legs);
    }

    /**
     * Whether it is an exit of another order.
     *
     * @return true for a leg.
     */
    public boolean isLeg() {
        return parent != null;
    }

    /**
     * The order that it took the place of.
     *
     * @return null for none.
     */
    public Order replaces() {
        return replaces;
    }

    /**
     * The order that took its place.
     *
     * @return null for none.
     */
    public Order replacedBy() {
        return replacedBy;
    }
}
