package reprise.bar;

import java.util.ArrayList;
import java.util.List;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;

/** Drives a builder the way the core does, and keeps its bars. */
final class BarBench {
    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    final BarBuilder builder;
    final List<BuiltBar> bars = new ArrayList<>();
    private long nowNs;

    BarBench(final Instrument instrument, final BarSpec spec) {
        builder = BarBuilder.of(0, instrument, spec);
    }

    BarBench(final BarSpec spec) {
        this(instrument(2, 0), spec);
    }

    static Instrument instrument(final int priceDecimals, final int quantityDecimals) {
        return new Instrument(
                new InstrumentDefinition(0, 0, "TEST", "BASE", "USD", priceDecimals, quantityDecimals, 1, 1, 0));
    }

    /** The engine's clock moves on, and deadlines with it. */
    BarBench clock(final long timeNs) {
        while (builder.deadlineNs() <= timeNs) {
            nowNs = builder.deadlineNs();
            keep(builder.onDeadline(nowNs));
        }
        nowNs = timeNs;
        return this;
    }

    /** A trade known at the engine's present. */
    BarBench trade(final long venueTimeNs, final long price, final long quantity) {
        keep(builder.endBefore(venueTimeNs));
        keep(builder.add(nowNs, venueTimeNs, price, quantity));
        return this;
    }

    /** A trade known when it happened. */
    BarBench tradeAt(final long timeNs, final long price, final long quantity) {
        return clock(timeNs).trade(timeNs, price, quantity);
    }

    /** A bar known when it closed. */
    BarBench barAt(final BuiltBar bar) {
        // Deadlines of the same moment are the bar's own: time bars of bars wait.
        clock(bar.closeTimeNs());
        keep(builder.endBefore(bar.closeTimeNs() - 1));
        keep(builder.add(nowNs, bar.closeTimeNs() - 1, bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()));
        keep(builder.endBefore(bar.closeTimeNs()));
        return this;
    }

    List<BuiltBar> end() {
        clock(Long.MAX_VALUE - 1);
        return bars;
    }

    private void keep(final boolean closed) {
        if (closed) {
            bars.add(BuiltBar.of(builder.series()));
        }
    }
}
