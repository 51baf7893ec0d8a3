package reprise.simulation.market;

import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;

/**
 * An instrument of a {@link SyntheticMarket} that goes with another, as two share classes of one company do: its price is that of the other but
 * for a difference that wanders and comes back, so their log prices are cointegrated with a ratio of 1. Single-threaded; allocates nothing
 * per bar.
 */
final class TwinBars implements BarSource {
    /** What the difference keeps in a bar: half of it is gone after 30. */
    private static final double KEPT = 0.977;

    /** Deviation of the difference over long times, as a share of the price. */
    private static final double DEVIATION = 0.004;

    private static final double INNOVATION = DEVIATION * Math.sqrt(1 - KEPT * KEPT);

    private final SyntheticBars original;
    private final double priceRatio;
    private final double quantityRatio;
    private final long tickSize;
    private final long lotSize;
    private final SplitMix random;
    private double difference;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;

    TwinBars(
            final SyntheticMarket market,
            final InstrumentDefinition definition,
            final InstrumentDefinition originalDefinition,
            final long originalStart) {
        original = new SyntheticBars(market, originalDefinition, originalStart);
        priceRatio = (double) Decimals.powerOfTen(definition.priceDecimals())
                / Decimals.powerOfTen(originalDefinition.priceDecimals());
        quantityRatio = (double) Decimals.powerOfTen(definition.quantityDecimals())
                / Decimals.powerOfTen(originalDefinition.quantityDecimals());
        tickSize = definition.tickSize();
        lotSize = definition.lotSize();
        random = new SplitMix(new SplitMix(market.seed() ^ definition.instrumentId() + 1L << 40).nextLong());
        close = price(originalStart);
    }

    @Override
    public boolean next() {
        if (!original.next()) {
            return false;
        }
        open = close;
        difference = KEPT * difference + INNOVATION * random.nextNormal();
        close = price(original.closePrice());
        high = Math.max(Math.max(open, close), price(original.highPrice()));
        low = Math.min(Math.min(open, close), price(original.lowPrice()));
        final double traded = original.volume() * quantityRatio * (0.5 + random.nextUnit());
        volume = Math.max(1, (long) (traded / lotSize)) * lotSize;
        return true;
    }

    private long price(final long ofOriginal) {
        final double price = ofOriginal * priceRatio * (1 + difference);
        return Math.max(1, Math.round(price / tickSize)) * tickSize;
    }

    @Override
    public long openTimeNs() {
        return original.openTimeNs();
    }

    @Override
    public long closeTimeNs() {
        return original.closeTimeNs();
    }

    @Override
    public long periodNs() {
        return original.periodNs();
    }

    @Override
    public long openPrice() {
        return open;
    }

    @Override
    public long highPrice() {
        return high;
    }

    @Override
    public long lowPrice() {
        return low;
    }

    @Override
    public long closePrice() {
        return close;
    }

    @Override
    public long volume() {
        return volume;
    }

    @Override
    public void close() {
        original.close();
    }
}
