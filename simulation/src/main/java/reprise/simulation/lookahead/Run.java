package reprise.simulation.lookahead;

import java.util.List;
import reprise.core.CoreObserver;
import reprise.port.EventLog;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SimulatedSession;

/** One execution of an experiment. */
final class Run {
    private Run() {}

    /** On data, up to a moment. Returns what the logs had come to at each moment. */
    static Moments upTo(final long lastTimeNs, final Experiment experiment, final List<PriceData> data) {
        final Fingerprint events = new Fingerprint();
        final Fingerprint commands = new Fingerprint();
        final Moments moments = new Moments();
        run(
                lastTimeNs,
                experiment,
                data,
                new SessionLogs(events, commands),
                time -> moments.add(time, events, commands));
        return moments;
    }

    /** The same, into logs of the caller's. */
    static void upTo(
            final long lastTimeNs,
            final Experiment experiment,
            final List<PriceData> data,
            final EventLog events,
            final EventLog commands) {
        run(lastTimeNs, experiment, data, new SessionLogs(events, commands), time -> {});
    }

    private static void run(
            final long lastTimeNs,
            final Experiment experiment,
            final List<PriceData> data,
            final SessionLogs logs,
            final CuttableFeed.AtMoment atMoment) {
        try (MarketFeed feed = new CuttableFeed(experiment.feed(data), lastTimeNs, atMoment);
                SimulatedSession session = experiment.begin(data, logs, CoreObserver.NONE)) {
            session.run(feed, SessionProgress.SILENT);
        }
    }

    /** What of the data can be known at a moment, and a future. */
    static List<PriceData> cut(final List<PriceData> data, final long cutTimeNs, final Future future) {
        return data.stream().map(one -> one.cut(cutTimeNs, future)).toList();
    }
}
