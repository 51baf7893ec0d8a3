package reprise.app.wiring;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import reprise.app.config.RunConfig;
import reprise.app.output.Render;
import reprise.core.CoreObserver;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.simulation.backtest.SessionProgress;

/**
 * Says when a run may trade less than before, or all again: of a halt that nobody is told of one learns from the account. Heard on the core's
 * thread, said on the one that is told of progress, so that the core waits for no terminal. What came and went in between is not said.
 */
final class TradingNews implements CoreObserver, SessionProgress {
    private final RunConfig config;
    private final Path journal;
    private final SessionProgress next;
    private final Consumer<String> notices;
    private final Map<String, Change> latest = new ConcurrentSkipListMap<>();
    private final Map<String, TradingState> said = new ConcurrentSkipListMap<>();

    /**
     * Somebody who says it.
     *
     * @param config names strategies and instruments.
     * @param journal of the run; null if it has none.
     * @param next is told of progress after this.
     * @param notices takes each sentence.
     */
    TradingNews(
            final RunConfig config, final Path journal, final SessionProgress next, final Consumer<String> notices) {
        this.config = config;
        this.journal = journal;
        this.next = next;
        this.notices = notices;
    }

    private record Change(TradingScope scope, String name, TradingState state, StateCause cause, long timeNs) {}

    @Override
    public void onTradingState(
            final TradingScope scope,
            final int scopeId,
            final TradingState state,
            final StateCause cause,
            final long timeNs) {
        final String name = switch (scope) {
            case ENGINE -> "";
            case STRATEGY -> config.strategies().get(scopeId - 1).name();
            case INSTRUMENT -> config.instruments().get(scopeId).symbol();
        };
        latest.put(scope + name, new Change(scope, name, state, cause, timeNs));
    }

    @Override
    public void onProgress(final long barsDone, final long timeNs) {
        say();
        next.onProgress(barsDone, timeNs);
    }

    /** Says what has changed since the last time. */
    void say() {
        latest.forEach((key, change) -> {
            final TradingState before = said.getOrDefault(key, TradingState.ACTIVE);
            if (change.state() != before) {
                said.put(key, change.state());
                notices.accept(sentence(change));
            }
        });
    }

    private String sentence(final Change change) {
        final String where = switch (change.scope()) {
            case ENGINE -> "the engine";
            case STRATEGY -> "strategy " + change.name();
            case INSTRUMENT -> change.name();
        };
        final String what = where + " is " + change.state() + " since " + Render.time(change.timeNs()) + " ("
                + cause(change.cause()) + "): ";
        return what
                + switch (change.state()) {
                    case ACTIVE -> "all that the limits allow is traded again";
                    case REDUCING -> "nothing is opened any more" + ending(change);
                    case HALTED -> "nothing passes but cancels and the operator's own orders" + ending(change);
                };
    }

    private static String cause(final StateCause cause) {
        return switch (cause) {
            case OPERATOR -> "the operator asked for it";
            case RISK_MONITOR -> "a limit of the monitor was passed";
            case VENUE_REPORT -> "the venue reported what must not be";
            case RECONCILIATION -> "the venue's books differ from ours";
            case NO_ANSWER -> "the venue does not say what became of an order";
        };
    }

    private String ending(final Change change) {
        if (journal == null) {
            return "";
        }
        final String request = switch (change.scope()) {
            case ENGINE -> "resume";
            case STRATEGY -> "strategy " + change.name() + " resume";
            case INSTRUMENT -> "instrument " + change.name() + " resume";
        };
        return "; look, then end it by: reprise tell " + journal + " " + request;
    }
}
