package reprise.indicator;

import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.Instruments;

/** Instruments for tests: price in cents, quantity in whole units. */
final class Fixture {
    static final Instrument INSTRUMENT = instrument(0, "WALK");

    private Fixture() {}

    static Instrument instrument(final int id, final String symbol) {
        return new Instrument(new InstrumentDefinition(id, 0, symbol, "X", "USD", 2, 0, 1, 1, 0));
    }

    /** Neither prices nor quantities have decimals. */
    static Instrument whole() {
        return new Instrument(new InstrumentDefinition(0, 0, "WHOLE", "X", "USD", 0, 0, 1, 1, 0));
    }

    static Indicators indicators() {
        return new Indicators(new Instruments(), IndicatorCatalog.shipped());
    }
}
