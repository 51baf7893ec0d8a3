package reprise.simulation.lookahead;

import java.util.List;
import reprise.core.CoreObserver;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SimulatedSession;

/**
 * A run that can be repeated on other data. Whatever of it looks at the data beside the feed, such as strategies that prepare their signals
 * beforehand, must look at the data it is given and at no other. Called from several threads.
 */
public interface Experiment {
    /**
     * Begins the run anew.
     *
     * @param data all that may be known of the market.
     * @param logs takes events and commands.
     * @param observer watches the core.
     * @return a session that has not begun.
     */
    SimulatedSession begin(List<PriceData> data, SessionLogs logs, CoreObserver observer);

    /**
     * The market of the run.
     *
     * @param data all that may be known of it.
     * @return before its first step.
     */
    MarketFeed feed(List<PriceData> data);
}
