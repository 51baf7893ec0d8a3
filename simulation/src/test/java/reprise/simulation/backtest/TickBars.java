package reprise.simulation.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reprise.bar.BarInput;
import reprise.core.CoreObserver;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.simulation.TestMarket;
import reprise.simulation.market.TickSource;
import reprise.simulation.venue.VenueConfig;
import reprise.strategy.Strategy;

/** Runs ticks through a session and keeps the bars that the engine heard of. */
final class TickBars {
    private TickBars() {}

    /** The bars as "symbol close-time o h l c v", unscaled numbers. */
    static List<String> of(
            final List<InstrumentDefinition> instruments,
            final List<InstrumentTicks> ticks,
            final List<BarInput> inputs,
            final long periodNs) {
        final List<String> bars = new ArrayList<>();
        final CoreObserver observer = new CoreObserver() {
            @Override
            public void onBar(final Instrument instrument, final long timeNs) {
                final Bar bar = instrument.bar();
                bars.add(instrument.symbol() + " " + Instant.ofEpochSecond(0, bar.closeTimeNs()) + " " + bar.open()
                        + " " + bar.high() + " " + bar.low() + " " + bar.close() + " " + bar.volume());
            }
        };
        final SessionPlan plan = new SessionPlan(
                "ticks",
                "build",
                "config",
                TestMarket.core(),
                () -> List.<Strategy>of(),
                instruments,
                VenueConfig.PLAIN,
                1,
                instruments.get(0).quoteCurrency());
        try (SimulatedSession session = SimulatedSession.inline(plan, SessionLogs.none(), observer);
                TickBarFeed feed = new TickBarFeed(new TickFeed(ticks), inputs, periodNs)) {
            session.run(feed, SessionProgress.SILENT);
        }
        return bars;
    }

    /** The bars of one instrument with one source. */
    static List<String> of(
            final InstrumentDefinition instrument, final TickSource ticks, final BarInput input, final long periodNs) {
        return of(List.of(instrument), List.of(new InstrumentTicks(0, ticks)), List.of(input), periodNs);
    }
}
