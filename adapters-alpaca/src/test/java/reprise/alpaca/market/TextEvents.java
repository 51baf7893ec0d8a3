package reprise.alpaca.market;

import java.util.ArrayList;
import java.util.List;
import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.message.MarketEvents;
import reprise.order.Side;

/** Events of the market as lines of text, unscaled numbers and epoch nanoseconds. */
public final class TextEvents implements MarketEvents {
    /** What happened. */
    public final List<String> lines = new ArrayList<>();

    private void add(final Object... words) {
        final StringBuilder line = new StringBuilder();
        for (final Object word : words) {
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }

    @Override
    public void onBar(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        add("bar", instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
    }

    @Override
    public void onHistoricalBar(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        add("historical", instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
    }

    @Override
    public void onQuote(
            final int instrumentId,
            final long venueTimeNs,
            final long bidPrice,
            final long bidQuantity,
            final long askPrice,
            final long askQuantity) {
        add("quote", instrumentId, venueTimeNs, bidPrice, bidQuantity, askPrice, askQuantity);
    }

    @Override
    public void onTrade(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        add("trade", instrumentId, venueTimeNs, price, quantity, aggressor);
    }

    @Override
    public void onBookLevel(
            final int instrumentId, final long venueTimeNs, final Side side, final long price, final long quantity) {
        add("level", instrumentId, venueTimeNs, side, price, quantity);
    }

    @Override
    public void onBookCleared(final int instrumentId, final long venueTimeNs) {
        add("cleared", instrumentId, venueTimeNs);
    }

    @Override
    public void onInstrumentStatus(final int instrumentId, final long venueTimeNs, final InstrumentStatus status) {
        add("status", instrumentId, venueTimeNs, status);
    }

    @Override
    public void onBorrowReported(
            final int instrumentId, final long venueTimeNs, final long availableQuantity, final long annualRatePpm) {
        add("borrow");
    }

    @Override
    public void onSplit(final int instrumentId, final long venueTimeNs, final long newUnits, final long oldUnits) {
        add("split");
    }

    @Override
    public void onDividend(final int instrumentId, final long venueTimeNs, final long amountPerUnit) {
        add("dividend");
    }

    @Override
    public void onBarRevised(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        add("revised-bar", instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
    }

    @Override
    public void onTradeRevised(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long revisedPrice,
            final long revisedQuantity) {
        add("revised-trade", instrumentId, venueTimeNs, price, quantity, revisedPrice, revisedQuantity);
    }

    @Override
    public void onPriceBandReported(
            final int instrumentId, final long venueTimeNs, final long lowerPrice, final long upperPrice) {
        add("band", instrumentId, venueTimeNs, lowerPrice, upperPrice);
    }

    @Override
    public void onTradesInterrupted(final int instrumentId, final long venueTimeNs) {
        add("interrupted", instrumentId, venueTimeNs);
    }

    @Override
    public void onHistoricalTrade(
            final int instrumentId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        add("historical-trade", instrumentId, venueTimeNs, price, quantity, aggressor);
    }

    @Override
    public void onTradesResumed(final int instrumentId, final long venueTimeNs) {
        add("resumed", instrumentId, venueTimeNs);
    }
}
