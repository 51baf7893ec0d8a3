package reprise.risk;

import java.util.BitSet;
import reprise.market.Instrument;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.portfolio.Portfolio;
import reprise.portfolio.Valuation;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.time.EngineClock;

/**
 * The day-trade rules of the account as a question of the gate, and for those who want to know before. Money that comes into the account by
 * other ways than trading is settled as soon as the rules are asked next. The value and the limit of a refusal are those of its reason, see
 * {@link DayTradeReason}.
 *
 * <p>Allocates nothing; part of replayed state.
 */
public final class DayTradeCheck implements RiskCheck, Snapshotable {
    private final DayTradeRules rules;
    private final Portfolio portfolio;
    private final Orders orders;
    private final EngineClock clock;
    private final BitSet ordered = new BitSet();
    private long paidIn;

    /**
     * A question.
     *
     * @param rules of the account, fed by this object alone.
     * @param portfolio of the account.
     * @param orders that are open.
     * @param clock of the engine.
     */
    public DayTradeCheck(
            final DayTradeRules rules, final Portfolio portfolio, final Orders orders, final EngineClock clock) {
        this.rules = rules;
        this.portfolio = portfolio;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        final long quantity = request.quantity() - request.replacedQuantity();
        final DayTradeReason reason = quantity <= 0
                ? DayTradeReason.NONE
                : ask(request.instrument(), request.side(), quantity, request.valuationPrice());
        return reason == DayTradeReason.NONE
                ? RejectReason.NONE
                : verdict.refuse(reason.refusal(), rules.value(), rules.limit());
    }

    /**
     * Whether the rules allow an opening of one lot.
     *
     * @param instrument of what.
     * @param side which way.
     * @param price by which it is valued, in price units.
     * @return whether they do.
     */
    public boolean allows(final Instrument instrument, final Side side, final long price) {
        return ask(instrument, side, instrument.definition().lotSize(), price) == DayTradeReason.NONE;
    }

    private DayTradeReason ask(final Instrument instrument, final Side side, final long quantity, final long price) {
        settle();
        final Valuation valuation = portfolio.valuation();
        final long notional =
                valuation.valueOf(portfolio.currencyId(instrument.id()), instrument.notional(price, quantity));
        final long gross = valuation.grossExposure();
        final long net = valuation.netExposure();
        return rules.check(
                instrument.id(),
                clock.timeNs(),
                side.sign() * quantity,
                Math.max(notional, 1),
                valuation.equity(),
                (gross + net) / 2,
                (gross - net) / 2,
                workingOpenings(instrument.id()));
    }

    private void settle() {
        final long change = portfolio.paidIn() - paidIn;
        if (change != 0) {
            paidIn += change;
            rules.onDeposit(clock.timeNs(), change);
        }
    }

    /** Other instruments in which nothing is held and something is ordered. */
    private int workingOpenings(final int instrumentId) {
        int count = 0;
        ordered.clear();
        orders.addOpenInstruments(ordered);
        for (int i = ordered.nextSetBit(0); i >= 0; i = ordered.nextSetBit(i + 1)) {
            final boolean isOrdered = orders.openQuantity(i, Side.BUY) + orders.openQuantity(i, Side.SELL) > 0;
            count += i != instrumentId && isOrdered && portfolio.net(i).isFlat() ? 1 : 0;
        }
        return count;
    }

    /**
     * An order was filled, or a fill was taken back; called when the books balance.
     *
     * @param order which.
     * @param price of the fill, in price units.
     * @param quantity of the fill; negative for one that was taken back.
     * @param fee paid for the fill, in the quote currency, in money units.
     */
    public void onFill(final Order order, final long price, final long quantity, final long fee) {
        settle();
        final int instrumentId = order.instrumentId();
        final int currencyId = portfolio.currencyId(instrumentId);
        final Instrument instrument = portfolio.net(instrumentId).instrument();
        final long notional = portfolio.valuation().valueOf(currencyId, instrument.notional(price, Math.abs(quantity)));
        final long signedQuantity = order.side().sign() * Math.abs(quantity);
        final long paid = portfolio.valuation().valueOf(currencyId, fee);
        if (quantity > 0) {
            rules.onFill(instrumentId, clock.timeNs(), signedQuantity, Math.max(notional, 1), paid);
        } else if (quantity < 0) {
            rules.onBust(instrumentId, clock.timeNs(), signedQuantity, Math.max(notional, 1), paid);
        }
    }

    /**
     * The account holds what no fill explains: it counts as opened on an earlier day.
     *
     * @param instrumentId of what.
     * @param signedChange negative for short.
     */
    public void onTransfer(final int instrumentId, final long signedChange) {
        rules.onTransfer(instrumentId, signedChange);
    }

    /**
     * The rules.
     *
     * @return for reports; read only.
     */
    public DayTradeRules rules() {
        return rules;
    }

    @Override
    public void exchange(final StateExchange state) {
        state.section("dayTrades", 0);
        paidIn = state.field("paidIn", paidIn);
        rules.exchange(state);
    }
}
