package reprise.benchmarks;

import java.util.List;
import java.util.Locale;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.market.Aggressor;
import reprise.message.Outlet;
import reprise.message.PriceEvents;
import reprise.number.Money;
import reprise.port.EventLog;
import reprise.port.UnjournaledLog;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.venue.SimulatedVenue;
import reprise.simulation.venue.VenueConfig;
import reprise.strategy.Strategy;

/**
 * What a bar of a backtest costs, and for what: the backtest of {@link BacktestSpeed} with one part after another added, each the part that
 * ships. By turns in one process, in processor time. Then what is the most that it could be, if what a strategy adds here cost what it costs in
 * the event-driven loop.
 *
 * <pre>
 *   benchmarks/run --class BacktestParts [ROUNDS [BARS]]
 * </pre>
 */
public final class BacktestParts {
    private static final BacktestJob JOB = BacktestJob.EMA_ADX;
    private static final SessionLogs WRITTEN = new SessionLogs(new Forgetful(), new UnjournaledLog());

    /** Places of ways in their order. */
    private static final int LOOP = 0;

    private static final int IDLE_LOOP = 1;
    private static final int RESULTS = 5;

    private final BacktestData data;

    private BacktestParts(final BacktestData data) {
        this.data = data;
    }

    /**
     * Measures.
     *
     * @param arguments rounds, 9 unless given; number of bars, 1000000 unless given.
     */
    public static void main(final String[] arguments) {
        final int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
        final int bars = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        final BacktestParts parts = new BacktestParts(new BacktestData(bars));
        System.out.printf("JDK %s, %d rounds, medians of processor time, %,d bars%n", Runtime.version(), rounds, bars);
        print(parts.measured(new ByTurns(rounds, bars)).time());
    }

    private ByTurns measured(final ByTurns turns) {
        final ShapedBacktest shaped = new ShapedBacktest();
        return turns.way("event-driven loop", () -> shaped.run(data, JOB))
                .way("its feed and account", () -> shaped.runIdle(data))
                .way("feed", this::feed)
                .way("+ venue", this::venue)
                .way("+ engine", () -> RepriseBacktest.run(data, SessionLogs.none(), List.of(), false))
                .way("+ results", () -> RepriseBacktest.run(data, SessionLogs.none(), List.of(), true))
                .way(
                        "+ indicators, strategy",
                        () -> RepriseBacktest.run(data, SessionLogs.none(), strategies(false), true))
                .way("+ orders", () -> RepriseBacktest.run(data, SessionLogs.none(), strategies(true), true))
                .way("+ prices as bytes", () -> RepriseBacktest.run(data, WRITTEN, strategies(true), true));
    }

    /** Two steps a bar, which go nowhere. */
    private long feed() {
        long steps = 0;
        try (BarFeed feed = RepriseBacktest.newFeed(data)) {
            while (feed.next()) {
                steps += feed.timeNs() > 0 ? 1 : 0;
            }
        }
        return steps - 2L * data.size();
    }

    /** The steps at the venue, which publishes bars to nobody. */
    private long venue() {
        final SimulatedVenue venue = new SimulatedVenue(
                VenueConfig.PLAIN, List.of(Bars.instrument(0)), Money.parse("1000000"), "USD", new Nowhere());
        try (BarFeed feed = RepriseBacktest.newFeed(data)) {
            venue.connect(feed.firstTimeNs());
            while (feed.next()) {
                while (!feed.deliverJoined(venue)) {
                    // the bar's extremes come first
                }
            }
        }
        return venue.tally().fills();
    }

    private static List<Strategy> strategies(final boolean trades) {
        return List.of(new CrossStrategy(JOB, trades));
    }

    private static void print(final List<ByTurns.Timing> timings) {
        System.out.printf(Locale.ROOT, "%n%-26s%10s%10s%22s%n", "", "ns a bar", "adds", "of event-driven loop");
        final double shaped = timings.get(LOOP).nsPerBar();
        double before = 0;
        for (final ByTurns.Timing timing : timings) {
            System.out.printf(
                    Locale.ROOT,
                    "%-26s%10.1f%10.1f%22.3f%n",
                    timing.name(),
                    timing.nsPerBar(),
                    timing.nsPerBar() - before,
                    shaped / timing.nsPerBar());
            before = timings.indexOf(timing) <= IDLE_LOOP ? 0 : timing.nsPerBar();
        }
        final double atLeast = timings.get(RESULTS).nsPerBar()
                + shaped
                - timings.get(IDLE_LOOP).nsPerBar();
        System.out.printf(
                Locale.ROOT,
                "With indicators, strategy and orders at no more than they cost in the loop it would be %.3f of its rate.%n",
                shaped / atLeast);
    }

    /** Takes messages and prices and forgets them. */
    private static final class Nowhere implements Outlet, PriceEvents {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            // nobody reads it
        }

        @Override
        public PriceEvents prices(final long timeNs) {
            return this;
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
            // nobody hears it
        }

        @Override
        public void onQuote(
                final int instrumentId,
                final long venueTimeNs,
                final long bidPrice,
                final long bidQuantity,
                final long askPrice,
                final long askQuantity) {
            // nor this
        }

        @Override
        public void onTrade(
                final int instrumentId,
                final long venueTimeNs,
                final long price,
                final long quantity,
                final Aggressor aggressor) {
            // nor this
        }
    }

    /** Is told of every event, in bytes, and keeps none. */
    private static final class Forgetful implements EventLog {
        @Override
        public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
            // kept nowhere
        }

        @Override
        public void flush() {
            // nothing to hand over
        }

        @Override
        public void close() {
            // nothing to release
        }
    }
}
