package reprise.core;

import reprise.execution.PairAction;
import reprise.execution.PairExecutor;
import reprise.execution.PairRound;
import reprise.execution.PairSettings;
import reprise.execution.PairState;
import reprise.market.Instrument;
import reprise.order.Order;
import reprise.order.Side;
import reprise.state.StateExchange;
import reprise.strategy.PairTrade;
import reprise.time.EngineClock;

/** One pair of a strategy: its executor, what its round trips come to, and the handle that the strategy has of it. */
final class PairLane implements PairTrade {
    private final StrategyHost host;
    private final int pairId;
    private final Instrument[] legs;
    private final PairDesk desk;
    private final EngineClock clock;
    private final PairExecutor executor;
    private final PairRound round;
    private final boolean[] taken = {false, false};
    private boolean wanted = true;

    PairLane(
            final StrategyHost host,
            final int pairId,
            final Instrument[] legs,
            final PairSettings settings,
            final PairEntry entry,
            final PairDesk desk,
            final EngineClock clock) {
        this.host = host;
        this.pairId = pairId;
        this.legs = legs;
        this.desk = desk;
        this.clock = clock;
        executor = new PairExecutor(
                pairId, host.strategyId(), legs[0], legs[1], settings, entry, new PairRecords(this, desk));
        round = new PairRound(legs[0], legs[1]);
    }

    StrategyHost host() {
        return host;
    }

    int strategyId() {
        return host.strategyId();
    }

    PairExecutor executor() {
        return executor;
    }

    private int legOf(final int instrumentId) {
        return legs[0].id() == instrumentId ? 0 : 1;
    }

    /** A fill of an order of its own; a negative quantity takes one back. */
    void onFill(final Order order, final long price, final long quantity, final long fee) {
        book(order.instrumentId(), order.side(), price, quantity, quantity < 0 ? -fee : fee);
        executor.onOrderTraded(
                order.orderId(),
                order.instrumentId(),
                order.side().sign() * quantity,
                order.filledQuantity(),
                clock.timeNs());
    }

    private void book(final int instrumentId, final Side side, final long price, final long quantity, final long fee) {
        if (executor.pairState() == PairState.FLAT) {
            round.begin(executor.side1());
        }
        final int leg = legOf(instrumentId);
        round.traded(leg, side, quantity, legs[leg].notional(price, quantity), fee, clock.timeNs());
    }

    /** Somebody else traded in the book; returns how much of it was this pair's, signed. */
    long onOthersTrade(final int instrumentId, final long price, final long signedQuantity) {
        final int leg = legOf(instrumentId);
        final long held = signedHeld(leg);
        if (Long.signum(held) * Long.signum(signedQuantity) >= 0) {
            return 0;
        }
        final long own = Long.signum(signedQuantity) * Math.min(Math.abs(signedQuantity), Math.abs(held));
        // Before the executor knows, for it may be flat then.
        bookOthers(instrumentId, price, own);
        executor.onOthersTrade(instrumentId, own, clock.timeNs());
        return own;
    }

    private void bookOthers(final int instrumentId, final long price, final long signedQuantity) {
        final Side side = signedQuantity > 0 ? Side.BUY : Side.SELL;
        final int leg = legOf(instrumentId);
        final long quantity = Math.abs(signedQuantity);
        round.traded(leg, side, quantity, legs[leg].notional(price, quantity), 0, clock.timeNs());
    }

    /** Somebody else closes all that the strategy has of an instrument. */
    void onLegTaken(final int instrumentId) {
        final int leg = legOf(instrumentId);
        if (!taken[leg]) {
            taken[leg] = true;
            executor.onLegTaken(instrumentId, clock.timeNs());
        }
    }

    boolean isTaken() {
        return taken[0] || taken[1];
    }

    boolean isTaken(final int leg) {
        return taken[leg];
    }

    /** Nobody else closes a leg any more; what met its opposite in another pair is valued at the market's price. */
    void onLegGivenBack(final int leg, final boolean isGone) {
        final long gone = isGone ? -signedHeld(leg) : 0;
        taken[leg] = false;
        if (gone != 0) {
            bookOthers(legs[leg].id(), legs[leg].markPrice(), gone);
        }
        executor.onLegGivenBack(legs[leg].id(), isGone, clock.timeNs());
    }

    private long signedHeld(final int leg) {
        final Side openSide = leg == 0 ? executor.side1() : executor.side1().opposite();
        return openSide.sign() * executor.held(leg);
    }

    /** The strategy may trade, or may not any more. */
    void onTrading(final boolean isTrading) {
        if (isTrading && wanted) {
            executor.start();
        } else if (!isTrading) {
            executor.stop(clock.timeNs());
        }
    }

    void act(final PairAction action) {
        final long nowNs = clock.timeNs();
        switch (action) {
            case START -> {
                wanted = true;
                if (host.isTrading()) {
                    executor.start();
                }
            }
            case STOP -> {
                wanted = false;
                executor.stop(nowNs);
            }
            case CLOSE -> executor.close(nowNs);
            case EMERGENCY_STOP -> {
                wanted = false;
                executor.emergencyStop(nowNs);
            }
            default -> throw new IllegalStateException("no such action: " + action);
        }
        desk.changed();
    }

    private void ask(final PairAction action) {
        host.requireActing(action.name());
        act(action);
    }

    @Override
    public int pairId() {
        return pairId;
    }

    @Override
    public Instrument instrument(final int leg) {
        return legs[leg];
    }

    @Override
    public boolean open(final Side side1, final long quantity1, final long quantity2) {
        host.requireActing("open");
        desk.changed();
        if (executor.pairState() == PairState.FLAT) {
            round.begin(side1);
        }
        return executor.open(side1, quantity1, quantity2, clock.timeNs());
    }

    @Override
    public void close() {
        ask(PairAction.CLOSE);
    }

    @Override
    public void start() {
        ask(PairAction.START);
    }

    @Override
    public void stop() {
        ask(PairAction.STOP);
    }

    @Override
    public void emergencyStop() {
        ask(PairAction.EMERGENCY_STOP);
    }

    @Override
    public boolean isStarted() {
        return executor.isStarted();
    }

    @Override
    public PairState state() {
        return executor.pairState();
    }

    @Override
    public long held(final int leg) {
        return executor.held(leg);
    }

    @Override
    public Side side1() {
        return executor.side1();
    }

    @Override
    public PairRound round() {
        return round;
    }

    void exchange(final StateExchange state) {
        state.section("pair", pairId);
        state.text("legs", legs[0].symbol() + " " + legs[1].symbol());
        wanted = state.field("wanted", wanted);
        taken[0] = state.field("taken1", taken[0]);
        taken[1] = state.field("taken2", taken[1]);
        round.state(state);
        executor.exchange(state);
    }
}
