package reprise.simulation.market;

import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;

/** One instrument of a {@link SyntheticMarket}. Single-threaded; allocates nothing per bar. */
final class SyntheticBars implements BarSource {
    private static final long YEAR_NS = 365L * 86_400 * 1_000_000_000;
    private static final long MINUTE_NS = 60_000_000_000L;

    /** Deviation of a year's return in the middle of the moods. */
    private static final double YEARLY_VOLATILITY = 0.6;

    /** Share of an instrument's variance that it has from the market: 0.8 squared, the rest is its own. */
    private static final double MARKET_WEIGHT = 0.8;

    private static final double OWN_WEIGHT = 0.6;

    /** How strongly the price is drawn back to where it began, in deviations a bar for each doubling: keeps endless runs in range. */
    private static final double PULL = 0.01;

    private static final int SUB_STEPS = 4;
    private static final int MIN_PRICE_TICKS = 100;

    /** Traded in a quiet minute. */
    private static final long NOTIONAL_PER_MINUTE = 250_000 * Money.ONE;

    private final SyntheticMarket market;
    private final SplitMix random;
    private final MarketMood mood;
    private final long tickSize;
    private final long lotSize;
    private final double startPrice;
    private final double barDeviation;
    private final double usualVolume;
    private double price;
    private long bars;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;

    SyntheticBars(final SyntheticMarket market, final InstrumentDefinition definition, final long startPrice) {
        if (startPrice < MIN_PRICE_TICKS * definition.tickSize()) {
            throw new IllegalArgumentException(
                    "start price of " + definition.symbol() + " is below " + MIN_PRICE_TICKS + " ticks: " + startPrice);
        }
        this.market = market;
        mood = new MarketMood(market.seed());
        random = new SplitMix(new SplitMix(market.seed() ^ definition.instrumentId() + 1L << 32).nextLong());
        tickSize = definition.tickSize();
        lotSize = definition.lotSize();
        this.startPrice = startPrice;
        price = startPrice;
        close = onTick(startPrice);
        barDeviation = YEARLY_VOLATILITY * Math.sqrt((double) market.periodNs() / YEAR_NS);
        final double minutes = (double) market.periodNs() / MINUTE_NS;
        usualVolume = minutes * new Instrument(definition).quantityFor(NOTIONAL_PER_MINUTE, startPrice);
    }

    @Override
    public boolean next() {
        if (bars == market.barCount()) {
            return false;
        }
        bars++;
        mood.nextBar();
        final MarketRegime regime = mood.regime();
        final double deviation = barDeviation * regime.volatility();
        final double stepDrift = barDeviation * (regime.drift() - PULL * pull()) / SUB_STEPS;
        final double stepDeviation = deviation / Math.sqrt(SUB_STEPS);
        open = gap();
        high = open;
        low = open;
        for (int i = 0; i < SUB_STEPS; i++) {
            final double move = MARKET_WEIGHT * mood.nextMove() + OWN_WEIGHT * random.nextNormal();
            price = Math.max(price * (1 + stepDrift + stepDeviation * move), MIN_PRICE_TICKS * tickSize);
            close = onTick(price);
            high = Math.max(high, close);
            low = Math.min(low, close);
        }
        final double excitement = 0.5 + Math.abs(close - open) / (open * deviation);
        final double traded = usualVolume * regime.activity() * excitement * (0.5 + random.nextUnit());
        volume = Math.max(1, (long) (traded / lotSize)) * lotSize;
        return true;
    }

    /** How far the price is from where it began, in doublings: its sign and size without a logarithm. */
    private double pull() {
        return price >= startPrice ? price / startPrice - 1 : 1 - startPrice / price;
    }

    /** Bars mostly open where the last one closed, sometimes a tick beside. */
    private long gap() {
        final long ticks = (random.nextLong() >>> 62) - 1;
        return Math.max(close + (ticks == 2 ? 0 : ticks) * tickSize, tickSize);
    }

    private long onTick(final double value) {
        return Math.max(1, Math.round(value / tickSize)) * tickSize;
    }

    @Override
    public long openTimeNs() {
        return market.startTimeNs() + (bars - 1) * market.periodNs();
    }

    @Override
    public long closeTimeNs() {
        return market.startTimeNs() + bars * market.periodNs();
    }

    @Override
    public long periodNs() {
        return market.periodNs();
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
        // nothing to release
    }
}
