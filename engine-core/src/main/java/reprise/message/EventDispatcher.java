package reprise.message;

import org.agrona.DirectBuffer;

/**
 * Turns the bytes of an event back into exactly one call. Single-threaded; allocates only for the rare events that carry text.
 */
public final class EventDispatcher {
    private final RunDispatcher run;
    private final PriceEvents prices;
    private final MarketDispatcher market;
    private final OrderDispatcher orders;
    private final AccountDispatcher accounts;
    private final OperatorDispatcher operator;

    /**
     * A dispatcher that calls one target.
     *
     * @param target is called once per record.
     */
    public EventDispatcher(final EngineEvents target) {
        this(target, target, target, target, target);
    }

    /**
     * A dispatcher that calls a target for each part of the vocabulary.
     *
     * @param run hears of the run.
     * @param market hears of the market.
     * @param orders hears of our orders.
     * @param accounts hears of venues and accounts.
     * @param operator hears the operator.
     */
    public EventDispatcher(
            final RunEvents run,
            final MarketEvents market,
            final OrderEvents orders,
            final AccountEvents accounts,
            final OperatorEvents operator) {
        this.run = new RunDispatcher(run);
        this.market = new MarketDispatcher(market);
        prices = market;
        this.orders = new OrderDispatcher(orders);
        this.accounts = new AccountDispatcher(accounts);
        this.operator = new OperatorDispatcher(operator);
    }

    /**
     * Who is called for the records of prices.
     *
     * @return what was given for the market.
     */
    public PriceEvents prices() {
        return prices;
    }

    /**
     * Makes the call that a record stands for.
     *
     * @param buffer holding the record.
     * @param offset at which it begins.
     * @throws IllegalStateException if the record is not one of these messages, or of another schema: such a record is never skipped.
     */
    public void dispatch(final DirectBuffer buffer, final int offset) {
        final int templateId = Templates.checkedTemplateId(Envelope.kind(buffer, offset));
        if (templateId < Templates.FIRST_MARKET) {
            run.dispatch(templateId, buffer, offset);
        } else if (templateId < Templates.FIRST_ORDER) {
            market.dispatch(templateId, buffer, offset);
        } else if (templateId < Templates.FIRST_ACCOUNT) {
            orders.dispatch(templateId, buffer, offset);
        } else if (templateId < Templates.FIRST_OPERATOR) {
            accounts.dispatch(templateId, buffer, offset);
        } else {
            operator.dispatch(templateId, buffer, offset);
        }
    }
}
