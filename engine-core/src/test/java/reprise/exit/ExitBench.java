package reprise.exit;

import java.util.ArrayList;
import java.util.List;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.order.OrderIds;
import reprise.order.Side;
import reprise.testing.Definitions;

/** An exit engine on one instrument in cents, whose exits get the order ids 1, 2, 3 and so on. */
final class ExitBench implements ExitListener {
    static final long SECOND = 1_000_000_000L;
    static final long ENTRY = 900;

    record Exit(ExitReason reason, long triggerPrice, long price, long quantity, long orderId) {}

    final List<String> told = new ArrayList<>();
    final List<Exit> exits = new ArrayList<>();
    final ExitEngine engine;
    final Instrument instrument;
    long nowNs = 1_000 * SECOND;
    boolean refusing;
    boolean keepsText = true;
    long excess;
    long dust = -1;
    private long nextOrderId = 1;

    ExitBench(final ExitPlan... plans) {
        this(Definitions.anInstrument().build(), plans);
    }

    ExitBench(final Instrument instrument, final ExitPlan... plans) {
        this.instrument = instrument;
        this.engine = new ExitEngine(this, plans);
    }

    void enter(final Side side, final long price, final long quantity, final long atr) {
        engine.protect(1, instrument, side, ENTRY, 0, atr);
        engine.onEntryFill(instrument.id(), ENTRY, price, quantity, nowNs);
        engine.onEntryEnded(instrument.id(), ENTRY);
    }

    void trade(final long price) {
        nowNs += SECOND;
        engine.onTrade(instrument.id(), price, nowNs, nowNs);
    }

    void bar(final long open, final long high, final long low, final long close) {
        final long openNs = nowNs;
        nowNs += 60 * SECOND;
        engine.onBar(instrument.id(), openNs, nowNs, open, high, low, close, nowNs);
    }

    void fill(final long orderId, final long quantity) {
        engine.onExitFill(instrument.id(), ENTRY, orderId, quantity);
    }

    void end(final long orderId) {
        engine.onExitEnded(instrument.id(), ENTRY, orderId);
    }

    ExitPosition position() {
        return engine.openAt(0);
    }

    @Override
    public long onExit(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final ExitReason reason,
            final long triggerPrice,
            final long price,
            final long quantity) {
        final long orderId = refusing ? OrderIds.NULL_ORDER_ID : nextOrderId++;
        exits.add(new Exit(reason, triggerPrice, price, quantity, orderId));
        if (!keepsText) {
            return orderId;
        }
        told.add((refusing ? "refused " : "") + reason + (triggerPrice == 0 ? "" : " " + text(triggerPrice)) + " at "
                + text(price) + " x " + quantity);
        return orderId;
    }

    private static String text(final long price) {
        return Decimals.format(price, 2);
    }

    @Override
    public void onCancelEntry(final int strategyId, final int instrumentId, final long entryOrderId) {
        told.add("cancel entry");
    }

    @Override
    public void onProtectiveStop(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final long stopPrice,
            final long quantity) {
        told.add("stop " + text(stopPrice) + " x " + quantity);
    }

    @Override
    public void onFreshness(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final FreshnessLevel level,
            final long ageNs) {
        told.add(level + " " + ageNs / SECOND + "s");
    }

    @Override
    public void onUnprotected(final int strategyId, final int instrumentId, final long entryOrderId) {
        told.add("unprotected " + entryOrderId);
    }

    @Override
    public void onOverExit(
            final int strategyId, final int instrumentId, final long entryOrderId, final long newExcess) {
        excess += newExcess;
        told.add("over-exit " + newExcess);
    }

    @Override
    public void onEnded(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final long exitedQuantity,
            final long newDust) {
        dust = newDust;
        told.add("ended " + exitedQuantity + (newDust == 0 ? "" : " dust " + newDust));
    }
}
