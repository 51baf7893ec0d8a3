package reprise.strategy;

import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.execution.PairSettings;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.portfolio.Position;
import reprise.signal.Mover;
import reprise.signal.Reason;
import reprise.signal.Signal;

/**
 * What a strategy can see and do. Calls that do something are legal only during a callback of that strategy, and say so when they are made
 * otherwise, because they would not come back at replay. Allocates nothing.
 */
public interface StrategyContext {
    /**
     * The strategy's own id.
     *
     * @return from 1, in order of registration.
     */
    int strategyId();

    /**
     * Now: the time of the event being handled.
     *
     * @return nanoseconds since the epoch.
     */
    long timeNs();

    /**
     * An instrument by name; for start-up.
     *
     * @param symbol as configured.
     * @return the instrument, one object for the life of the engine.
     */
    Instrument instrument(String symbol);

    /**
     * How many instruments are configured.
     *
     * @return count.
     */
    int instrumentCount();

    /**
     * An instrument by number; for start-up.
     *
     * @param instrumentId from 0, in the order of the configuration.
     * @return the instrument, one object for the life of the engine.
     */
    Instrument instrument(int instrumentId);

    /**
     * From now on, call this strategy for events of an instrument. A second subscription has no effect.
     *
     * @param instrument to listen to.
     */
    void subscribe(Instrument instrument);

    /**
     * From now on, build such bars of an instrument and call {@link Strategy#onBar(BarSeries)} when one closes. Strategies that want the
     * same bars share one series; a second subscription has no effect. Bars are built of what comes from now on.
     *
     * @param instrument whose bars.
     * @param spec what bars.
     * @return the series, one object for the life of the engine.
     */
    BarSeries subscribe(Instrument instrument, BarSpec spec);

    /**
     * Demands an indicator of the bars that the venue delivers for an instrument; for start-up. It is computed once, whoever else demands it,
     * and is up to date whenever this strategy is told of a bar. Of these bars it is not told before all that it demanded of them is ready.
     *
     * @param instrument whose bars are meant.
     * @param expression such as {@code ema:15} or {@code ema(close, 15)}.
     * @return the indicator's line, one object for the life of the engine.
     * @throws IllegalArgumentException if there is no such indicator; the message says what would be right.
     */
    Line indicator(Instrument instrument, String expression);

    /**
     * Demands an indicator of bars that the engine builds; for start-up, and otherwise the same.
     *
     * @param series whose bars are meant.
     * @param expression such as {@code ema:15}; {@code session} in it goes by the calendar of the series.
     * @return the indicator's line, one object for the life of the engine.
     * @throws IllegalArgumentException if there is no such indicator; the message says what would be right.
     */
    Line indicator(BarSeries series, String expression);

    /**
     * This strategy's own position, as filled so far.
     *
     * @param instrument held.
     * @return one object for the life of the engine.
     */
    Position position(Instrument instrument);

    /**
     * An order of ours.
     *
     * @param orderId its id.
     * @return the order, or null if it is neither open nor recently ended.
     */
    Order order(long orderId);

    /**
     * Submits an order. If the risk gate allows it, the order exists in state PENDING_NEW when this returns, and the request knows its id;
     * if not, nothing has happened but that the refusal was recorded.
     *
     * @param request what to order; read during the call only.
     * @return NONE, or why it was refused.
     */
    RejectReason submit(OrderRequest request);

    /**
     * Submits an entry with its exits: as it fills, a stop and a target for what it has filled so far, of which each reduces and at last
     * cancels the other. The exits are orders of this strategy whose {@code entryOrderId} is the entry; cancelling one makes its leg the
     * strategy's own business. An entry that is cancelled after a part of it filled leaves that part protected. If the exits can not be
     * placed, this strategy is told and may open nothing more in the instrument until they are. Where the venue keeps brackets, all three are
     * orders when this returns, and the exits wait until the entry is filled completely; see {@link reprise.market.BracketStyle}.
     *
     * @param entry what to order; read during the call only.
     * @param stopPrice at which to give up: below the entry's price for a buy, above it for a sell; 0 for no stop.
     * @param targetPrice at which to take the profit: on the other side of it; 0 for no target.
     * @return NONE, or why it was refused; then nothing was submitted.
     */
    RejectReason submitBracket(OrderRequest entry, long stopPrice, long targetPrice);

    /**
     * Submits two orders of one instrument and quantity of which only one is meant to trade: what one fills, the other is reduced by, and
     * cancelled when nothing is left. Both may fill before a venue learns of it: if they trade the same way, the excess is closed by a market
     * order. If one is refused, neither is submitted. If one ends without filling, the other stays. Where an order to close reserves what it
     * closes, two of one side are possible only as a target and a stop that the venue keeps; then the end of one is that of the other.
     *
     * @param first one order; read during the call only.
     * @param second the other; another object.
     * @return NONE, or why one was refused.
     */
    RejectReason submitOneCancelsOther(OrderRequest first, OrderRequest second);

    /**
     * Asks the venue to cancel an order. One that the engine holds is cancelled when this returns.
     *
     * @param orderId an order of this strategy.
     * @return NONE, or why there is nothing to ask for.
     */
    RejectReason cancel(long orderId);

    /**
     * Asks the venue to replace an order's quantity and limit; a stop stays where it is.
     *
     * @param orderId an open order of this strategy that is no market order and that nothing else is pending on.
     * @param quantity the new total quantity, including what has traded.
     * @param limitPrice the new limit; of no meaning where the order has none.
     * @return NONE, or why it was refused.
     */
    RejectReason replace(long orderId, long quantity, long limitPrice);

    /**
     * Asks the venue to replace an order's terms. One that the engine holds has them when this returns.
     *
     * @param orderId an open order of this strategy that is no market order and that nothing else is pending on.
     * @param quantity the new total quantity, including what has traded.
     * @param limitPrice the new limit; of no meaning where the order has none.
     * @param stopPrice the new stop; of no meaning where the order has none, where it is reached, or where it trails.
     * @return NONE, or why it was refused.
     */
    RejectReason replace(long orderId, long quantity, long limitPrice, long stopPrice);

    /**
     * Says that this strategy wants out of an instrument: the exit plan that it was configured with closes its positions, if it listens to
     * that.
     *
     * @param instrument to leave.
     */
    void exit(Instrument instrument);

    /**
     * Says which position this strategy wants in its book from now on. Its configured style of execution brings it there; saying the same
     * again does nothing while that is under way. Where an opening was refused or ended early it is given up until this is called again.
     *
     * @param instrument to hold.
     * @param signedQuantity negative for short; what is not on lot is rounded towards what is held.
     * @return NONE, or why nothing was begun; what becomes of it then is told by the orders.
     */
    RejectReason target(Instrument instrument, long signedQuantity);

    /**
     * Says what this strategy wants to hold from now on by an amount of money: what it buys at the market's price, rounded down to the lot, is
     * the {@link #target}. Where the venue takes amounts and orders go to the market, what is bought without anything being held is ordered by
     * the amount itself, and what that came to is the target then.
     *
     * @param instrument to hold.
     * @param signedAmount in money units, negative for short.
     * @return NONE, or why nothing was begun, such as that no price is known.
     */
    RejectReason targetAmount(Instrument instrument, long signedAmount);

    /**
     * The position of this strategy as it will be once its last target is reached; where nothing is under way, the position as it is.
     *
     * @param instrument held.
     * @return in quantity units, negative for short.
     */
    long expectedPosition(Instrument instrument);

    /**
     * Names two instruments that are traded as one thing; for start-up, and again in the same order when the strategy is restored.
     *
     * @param first leg.
     * @param second leg, another instrument.
     * @param settings how.
     * @return one object for the life of the engine.
     */
    PairTrade pair(Instrument first, Instrument second, PairSettings settings);

    /**
     * What the account is worth: cash and positions at their last price.
     *
     * @return money.
     */
    long equity();

    /**
     * Offers a signal to the arbiter. It is decided with those of other strategies: at the end of this event when a bar is being told, else
     * when the window of ticks ends. Every signal ends in a decision on record; one that is accepted is sized and traded by this strategy's
     * style of execution.
     *
     * @param signal what is wanted, read during the call only; the engine fills in id, time and strategy, and the time to live (the length
     *     of the bar, or 3 seconds) where it is 0.
     * @return its id.
     * @throws IllegalStateException if no arbiter is configured.
     */
    long signal(Signal signal);

    /**
     * Puts on record that an instrument moves, or no longer does.
     *
     * @param instrument that was watched.
     * @param mover what was found, read during the call only.
     */
    void detected(Instrument instrument, Mover mover);

    /**
     * Puts on record why this strategy acts as it does now, or why it does not; at its next order, target or signal it is plain which one is
     * meant. A signal that carries its own reason needs no other.
     *
     * @param instrument it is about.
     * @param reason read during the call only.
     */
    void explain(Instrument instrument, Reason reason);

    /**
     * Whether the configuration says how this strategy's targets are executed.
     *
     * @return false for the usual market orders.
     */
    boolean executesTargets();

    /**
     * Schedules a call of {@link Strategy#onTimer}.
     *
     * @param deadlineNs at or after which it comes.
     * @param token given back.
     * @return number by which it can be cancelled.
     */
    long schedule(long deadlineNs, long token);

    /**
     * Cancels a timer of this strategy.
     *
     * @param timerNumber from {@link #schedule}.
     * @return whether it had not fired yet.
     */
    boolean cancelTimer(long timerNumber);
}
