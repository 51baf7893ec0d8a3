package reprise.simulation.trial;

import java.util.ArrayList;
import java.util.List;
import reprise.market.InstrumentDefinition;
import reprise.market.InstrumentStatus;
import reprise.market.Instruments;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.InstrumentTicks;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.TickFeed;
import reprise.simulation.market.SplitMix;
import reprise.simulation.market.SyntheticMarket;
import reprise.simulation.market.SyntheticTicks;
import reprise.simulation.venue.SimulatedVenue;

/** The market of a trial: bars of some instruments, quotes, trades and levels of the others, in the order of time. */
final class TrialMarket {
    private static final int BARS = 60;
    private static final int TICKS = 150;
    private static final int CALM_BARS = 12;
    private static final int CALM_TICKS = 60;
    private static final long TICK_GAP_NS = 6_000_000_000L;
    private static final long MIN_PRICE = 4_000;
    private static final int PRICES = 20_000;
    private static final int CHANGES_BETWEEN_HALTS = 60;

    private final List<MarketFeed> feeds = new ArrayList<>();
    private final List<Boolean> alive = new ArrayList<>();
    private final TrialPlan plan;
    private final long stepLimit;
    private long steps;
    private boolean isOver;

    /**
     * A market.
     *
     * @param plan of the trial.
     * @param stepLimit after how many steps it ends early; 0 for never.
     */
    TrialMarket(final TrialPlan plan, final long stepLimit) {
        this.plan = plan;
        this.stepLimit = stepLimit;
        final SplitMix random = new SplitMix(plan.marketSeed());
        final SyntheticMarket bars =
                new SyntheticMarket(random.nextLong(), BARS, TrialPlan.BAR_NS, plan.startNs() + TrialPlan.BAR_NS);
        final List<InstrumentBars> allBars = new ArrayList<>();
        final List<InstrumentTicks> allTicks = new ArrayList<>();
        for (final InstrumentDefinition definition : plan.instruments()) {
            final int id = definition.instrumentId();
            final long price = MIN_PRICE + (long) (random.nextUnit() * PRICES);
            final long seed = random.nextLong();
            final boolean halts = random.nextUnit() < 0.3;
            if (plan.tradesOnBars(id)) {
                allBars.add(new InstrumentBars(id, bars.bars(definition, price)));
            } else {
                allTicks.add(new InstrumentTicks(
                        id,
                        new SyntheticTicks(
                                definition,
                                seed,
                                price,
                                plan.startNs(),
                                TICK_GAP_NS,
                                TICKS,
                                plan.isToldByLevel(id),
                                halts ? CHANGES_BETWEEN_HALTS : 0)));
            }
        }
        add(new BarFeed(allBars));
        add(new TickFeed(allTicks));
    }

    /** A calm while after the end, in which all instruments trade and nobody counts the steps. */
    void goOn(final SimulatedVenue venue, final Instruments instruments, final long fromNs) {
        feeds.clear();
        alive.clear();
        isOver = true;
        final SyntheticMarket bars = new SyntheticMarket(1, CALM_BARS, TrialPlan.BAR_NS, fromNs + TrialPlan.BAR_NS);
        final List<InstrumentBars> allBars = new ArrayList<>();
        final List<InstrumentTicks> allTicks = new ArrayList<>();
        for (final InstrumentDefinition definition : plan.instruments()) {
            final int id = definition.instrumentId();
            final long price = Math.max(instruments.get(id).markPrice(), MIN_PRICE);
            if (plan.tradesOnBars(id)) {
                allBars.add(new InstrumentBars(id, bars.bars(definition, price)));
            } else {
                venue.instrumentStatus(id, fromNs, InstrumentStatus.TRADING);
                if (plan.isToldByLevel(id)) {
                    venue.bookCleared(id, fromNs);
                }
                allTicks.add(new InstrumentTicks(
                        id,
                        new SyntheticTicks(
                                definition, id, price, fromNs, TICK_GAP_NS, CALM_TICKS, plan.isToldByLevel(id), 0)));
            }
        }
        add(new BarFeed(allBars));
        add(new TickFeed(allTicks));
    }

    private void add(final MarketFeed feed) {
        feeds.add(feed);
        alive.add(feed.next());
    }

    /** When the next step is; {@link Long#MAX_VALUE} at the end. */
    long nextNs() {
        final int earliest = earliest();
        return earliest < 0 || !isOver && stepLimit > 0 && steps >= stepLimit
                ? Long.MAX_VALUE
                : feeds.get(earliest).timeNs();
    }

    private int earliest() {
        int earliest = -1;
        for (int i = 0; i < feeds.size(); i++) {
            if (alive.get(i)
                    && (earliest < 0
                            || feeds.get(i).timeNs() < feeds.get(earliest).timeNs())) {
                earliest = i;
            }
        }
        return earliest;
    }

    /** Lets the next step happen at the venue. */
    void step(final SimulatedVenue venue) {
        final int earliest = earliest();
        final MarketFeed feed = feeds.get(earliest);
        steps += isOver ? 0 : 1;
        // What the engine answers to the first half of a bar is under way for longer than that.
        boolean complete = feed.deliverTo(venue);
        while (!complete) {
            complete = feed.deliverTo(venue);
        }
        alive.set(earliest, feed.next());
    }

    long steps() {
        return steps;
    }
}
