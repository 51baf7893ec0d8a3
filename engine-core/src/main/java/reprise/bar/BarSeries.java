package reprise.bar;

import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.state.StateExchange;

/**
 * Bars of one specification of one instrument, as strategies see them: the last finished one, never the one that is forming. One object for
 * the life of the engine; changed only by its builder.
 */
public final class BarSeries {
    private final int id;
    private final Instrument instrument;
    private final BarSpec spec;
    private final Bar bar;
    private long count;
    private long inputCount;

    BarSeries(final int id, final Instrument instrument, final BarSpec spec) {
        this.id = id;
        this.instrument = instrument;
        this.spec = spec;
        this.bar = new Bar(
                instrument.definition().priceDecimals(), instrument.definition().quantityDecimals());
    }

    void closed(final FormingBar forming, final long closeTimeNs, final long periodNs) {
        bar.set(
                closeTimeNs,
                periodNs,
                forming.open(),
                forming.high(),
                forming.low(),
                forming.close(),
                forming.volume());
        inputCount = forming.inputCount();
        count++;
    }

    void exchange(final StateExchange state) {
        count = state.field("count", count);
        inputCount = state.field("lastInputCount", inputCount);
    }

    /**
     * Dense id, by which whatever is kept per series can be found.
     *
     * @return from 0, in order of first subscription.
     */
    public int id() {
        return id;
    }

    /**
     * Whose bars they are.
     *
     * @return the instrument.
     */
    public Instrument instrument() {
        return instrument;
    }

    /**
     * What bars they are.
     *
     * @return the specification.
     */
    public BarSpec spec() {
        return spec;
    }

    /**
     * The last finished bar, stamped at its close. A time bar's period is its nominal length, or less where its session ended; the
     * period of the others runs from their first input to their last.
     *
     * @return one object for the life of the series, overwritten by each bar.
     */
    public Bar bar() {
        return bar;
    }

    /**
     * How many bars have closed.
     *
     * @return 0 before the first.
     */
    public long count() {
        return count;
    }

    /**
     * How many trades, quotes or bars the last bar was built of.
     *
     * @return at least 1; 0 before the first bar.
     */
    public long inputCount() {
        return inputCount;
    }
}
