package reprise.simulation.recorded;

import java.time.Instant;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.simulation.data.DataException;

/** Brings prices and quantities of one instrument from the decimals of a recording to those of a run, or says that it cannot be done. */
final class Rescaling {
    private final InstrumentDefinition recorded;
    private final InstrumentDefinition wanted;
    private final String source;
    private final long priceFactor;
    private final long priceDivisor;
    private final long quantityFactor;
    private final long quantityDivisor;

    /**
     * From one definition of an instrument to another.
     *
     * @param recorded of the recording.
     * @param wanted of the run.
     * @param source what messages call the recording.
     */
    Rescaling(final InstrumentDefinition recorded, final InstrumentDefinition wanted, final String source) {
        this.recorded = recorded;
        this.wanted = wanted;
        this.source = source;
        priceFactor = factor(recorded.priceDecimals(), wanted.priceDecimals());
        priceDivisor = factor(wanted.priceDecimals(), recorded.priceDecimals());
        quantityFactor = factor(recorded.quantityDecimals(), wanted.quantityDecimals());
        quantityDivisor = factor(wanted.quantityDecimals(), recorded.quantityDecimals());
    }

    private static long factor(final int from, final int to) {
        return Decimals.powerOfTen(Math.max(0, to - from));
    }

    int instrumentId() {
        return wanted.instrumentId();
    }

    long price(final long price, final long timeNs) {
        if (!isExact(price, priceFactor, priceDivisor)) {
            throw inexact("price", price, recorded.priceDecimals(), wanted.priceDecimals(), timeNs);
        }
        return price / priceDivisor * priceFactor;
    }

    long quantity(final long quantity, final long timeNs) {
        if (!isExact(quantity, quantityFactor, quantityDivisor)) {
            throw inexact("quantity", quantity, recorded.quantityDecimals(), wanted.quantityDecimals(), timeNs);
        }
        return quantity / quantityDivisor * quantityFactor;
    }

    private static boolean isExact(final long value, final long factor, final long divisor) {
        return value % divisor == 0 && Math.multiplyHigh(value, factor) == value * factor >> Long.SIZE - 1;
    }

    private DataException inexact(
            final String what, final long value, final int from, final int to, final long timeNs) {
        return new DataException(source + ": " + recorded.symbol() + " at " + Instant.ofEpochSecond(0, timeNs) + ": "
                + what + " " + Decimals.format(value, from) + " does not fit the " + to
                + " decimals of the configuration;"
                + " the recording has " + from + ": set instruments." + recorded.symbol() + "." + what + "Decimals="
                + from);
    }
}
