package reprise.simulation.lookahead;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import reprise.core.CoreObserver;
import reprise.order.Order;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SimulatedSession;

/**
 * How many bars it takes until what is decided no longer hangs on where the data begins: runs that begin later are held against the run on
 * all data, order by order (when, which strategy, what, which side, what for), from the end backwards to the last difference.
 *
 * <p>Besides indicators that are not warm yet, a trade that the longer run was in at the start makes a difference until it is over.
 */
public final class StartCheck {
    private final Experiment experiment;
    private final List<PriceData.Bars> data;

    /**
     * A check that has not begun.
     *
     * @param experiment what is run.
     * @param data on what.
     */
    public StartCheck(final Experiment experiment, final List<PriceData.Bars> data) {
        this.experiment = experiment;
        this.data = List.copyOf(data);
    }

    /**
     * Begins later.
     *
     * @param starts how often, evenly spread over the first half of the data.
     * @param progress is told how many runs are done.
     * @return in order of time; fewer than wanted where the data has fewer moments.
     */
    public List<LateStart> run(final int starts, final IntConsumer progress) {
        final List<Long> moments = new ArrayList<>();
        final List<Decision> all = decisions(List.copyOf(data), moments);
        final int count = Math.min(starts, moments.size() / 2);
        final List<LateStart> late = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            final int first = (int) ((long) i * moments.size() / (2L * count));
            final long startNs = moments.get(first - 1);
            final List<PriceData> later =
                    data.stream().<PriceData>map(one -> one.from(startNs)).toList();
            late.add(compare(startNs, moments, all, decisions(later, new ArrayList<>())));
            progress.accept(i);
        }
        return late;
    }

    private List<Decision> decisions(final List<PriceData> of, final List<Long> moments) {
        final List<Decision> decisions = new ArrayList<>();
        final CoreObserver observer = new CoreObserver() {
            private long lastOrderId;

            @Override
            public void onOrder(final Order order, final long timeNs) {
                if (order.orderId() > lastOrderId) {
                    lastOrderId = order.orderId();
                    decisions.add(new Decision(
                            timeNs, order.strategyId(), order.instrumentId(), order.side(), order.purpose()));
                }
            }
        };
        try (MarketFeed feed = new CuttableFeed(experiment.feed(of), Long.MAX_VALUE, moments::add);
                SimulatedSession session = experiment.begin(of, SessionLogs.none(), observer)) {
            session.run(feed, SessionProgress.SILENT);
        }
        return decisions;
    }

    private static LateStart compare(
            final long startNs, final List<Long> moments, final List<Decision> all, final List<Decision> later) {
        int i = all.size() - 1;
        int j = later.size() - 1;
        while (i >= 0 && j >= 0 && all.get(i).equals(later.get(j))) {
            i--;
            j--;
        }
        final int agreeing = later.size() - 1 - j;
        final Set<Decision> before = new HashSet<>();
        long lastNs = startNs;
        for (final Decision decision : all.subList(0, i + 1)) {
            if (decision.timeNs() > startNs) {
                before.add(decision);
                lastNs = Math.max(lastNs, decision.timeNs());
            }
        }
        int differing = 0;
        for (final Decision decision : later.subList(0, j + 1)) {
            differing += before.remove(decision) ? 0 : 1;
            lastNs = Math.max(lastNs, decision.timeNs());
        }
        return new LateStart(startNs, bars(moments, startNs, lastNs), differing + before.size(), agreeing);
    }

    private static int bars(final List<Long> moments, final long fromNs, final long untilNs) {
        return (int) moments.stream()
                .filter(time -> time > fromNs && time <= untilNs)
                .count();
    }
}
