package reprise.app.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import reprise.app.config.Nearest;
import reprise.app.config.RunConfig;
import reprise.app.output.Render;
import reprise.core.EngineCore;
import reprise.execution.PairAction;
import reprise.message.EventPublisher;
import reprise.parameter.ParameterException;
import reprise.parameter.ParameterRecords;
import reprise.pipeline.OrdersAtStop;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.simulation.remote.RecoverableSession;
import reprise.strategies.pairs.PairsParameters;

/**
 * What the operator asks of a running engine, one line a request. Whatever changes anything becomes an event on record, by the same way as all
 * else; the answer comes when the core has handled it. One request at a time, from any thread.
 */
final class OperatorDesk {
    private static final List<String> REQUESTS = List.of(
            "status",
            "halt",
            "reduce-only",
            "resume",
            "flatten",
            "close SYMBOL",
            "cancel ORDER",
            "strategy NAME start|stop|halt|reduce-only|resume",
            "instrument SYMBOL halt|reduce-only|resume",
            "set NAME PARAMETER VALUE",
            "pair STRATEGY PAIR start|stop|close|emergency",
            "snapshot",
            "stop [cancel|leave|flatten]");

    private static final String ALL_PAIRS = "all";
    private static final long PATIENCE_NS = 5_000_000_000L;

    private final RecoverableSession session;
    private final RunConfig config;
    private final Snapshots snapshots;
    private final EventPublisher publisher;
    private volatile boolean askedToStop;

    /**
     * A desk that waits for requests.
     *
     * @param session to be asked.
     * @param config of the run.
     * @param snapshots of the run.
     */
    OperatorDesk(final RecoverableSession session, final RunConfig config, final Snapshots snapshots) {
        this.session = session;
        this.config = config;
        this.snapshots = snapshots;
        publisher = session.newPublisher();
    }

    /**
     * Does what a line asks for.
     *
     * @param line such as {@code strategy trend stop}.
     * @return a line for people.
     * @throws RefusedException if it cannot be done; says why.
     */
    synchronized String ask(final String line) {
        final String[] words = line.strip().split("\\s+");
        if (!session.isOpen()) {
            throw new RefusedException("the run is not open: it has not begun, or it is ending");
        }
        return switch (words[0]) {
            case "status" -> only(words, 1, this::status);
            case "halt" -> only(words, 1, () -> engine(TradingState.HALTED));
            case "reduce-only" -> only(words, 1, () -> engine(TradingState.REDUCING));
            case "resume" -> only(words, 1, () -> engine(TradingState.ACTIVE));
            case "flatten" -> only(words, 1, () -> done(publisher::onFlattenAllRequested));
            case "close" -> only(words, 2, () -> close(words[1]));
            case "cancel" -> only(words, 2, () -> cancel(words[1]));
            case "strategy" -> only(words, 3, () -> strategy(words[1], words[2]));
            case "instrument" -> only(words, 3, () -> instrument(words[1], words[2]));
            case "set" -> only(words, 4, () -> set(words[1], words[2], words[3]));
            case "pair" -> only(words, 4, () -> pair(words[1], words[2], words[3]));
            case "snapshot" -> only(words, 1, this::snapshot);
            case "stop" -> stop(words);
            default -> throw unknown(words[0]);
        };
    }

    /** Something that cannot be done. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RefusedException(final String message) {
            super(message);
        }
    }

    private static RefusedException unknown(final String word) {
        final List<String> names = REQUESTS.stream()
                .map(request -> request.split(" ")[0])
                .distinct()
                .toList();
        return new RefusedException("'" + word + "' is no request" + Nearest.suggestion(word, names) + "; there are: "
                + String.join(", ", names));
    }

    private static String only(final String[] words, final int count, final Supplier<String> action) {
        if (words.length != count) {
            throw new RefusedException("'" + words[0] + "' takes " + (count - 1) + " more words, not "
                    + (words.length - 1) + ": " + usage(words[0]));
        }
        return action.get();
    }

    private static String usage(final String word) {
        return REQUESTS.stream()
                .filter(request -> request.startsWith(word))
                .findFirst()
                .orElse(word);
    }

    private String engine(final TradingState state) {
        return done(() -> publisher.onTradingStateRequested(TradingScope.ENGINE, 0, state));
    }

    private String close(final String symbol) {
        return done(() -> publisher.onClosePositionRequested(instrumentId(symbol)));
    }

    private int instrumentId(final String symbol) {
        return index(config.instruments().stream().map(one -> one.symbol()).toList(), symbol, "instrument");
    }

    private String instrument(final String symbol, final String action) {
        final int instrumentId = instrumentId(symbol);
        final TradingState state = state(action);
        if (state == null) {
            throw new RefusedException(
                    "'" + action + "' is nothing that an instrument takes: halt, reduce-only or resume");
        }
        return done(() -> publisher.onTradingStateRequested(TradingScope.INSTRUMENT, instrumentId, state));
    }

    /** What a word asks for; null if it is none of them. */
    private static TradingState state(final String action) {
        return switch (action) {
            case "halt" -> TradingState.HALTED;
            case "reduce-only" -> TradingState.REDUCING;
            case "resume" -> TradingState.ACTIVE;
            default -> null;
        };
    }

    private String cancel(final String order) {
        if (!order.matches("[1-9][0-9]{0,17}")) {
            throw new RefusedException("'" + order + "' is no order's number");
        }
        return done(() -> publisher.onCancelRequested(Long.parseLong(order)));
    }

    private String strategy(final String name, final String action) {
        final List<String> names =
                config.strategies().stream().map(one -> one.name()).toList();
        final int strategyId = 1 + index(names, name, "strategy");
        return switch (action) {
            case "start" -> done(() -> publisher.onStartRequested(strategyId));
            case "stop" -> done(() -> publisher.onStopRequested(strategyId));
            default -> {
                final TradingState state = state(action);
                if (state == null) {
                    throw new RefusedException("'" + action
                            + "' is nothing that a strategy does: start, stop, halt, reduce-only or resume");
                }
                yield done(() -> publisher.onTradingStateRequested(TradingScope.STRATEGY, strategyId, state));
            }
        };
    }

    /** Held against the configured parameters here, so that a slip of the pen is told at once; the core has the last word, on record. */
    private String set(final String name, final String parameter, final String value) {
        final List<String> names =
                config.strategies().stream().map(one -> one.name()).toList();
        final int index = index(names, name, "strategy");
        final Record configured = config.strategies().get(index).newStrategy().parameters();
        if (configured == null) {
            throw new RefusedException(name + " has no parameters that can be changed");
        }
        try {
            ParameterRecords.changed(configured, parameter, value);
        } catch (final ParameterException e) {
            throw new RefusedException(e.parameter() + ": " + e.getMessage());
        }
        return done(() -> publisher.onParameterRequested(index + 1, parameter, value));
    }

    /** Pairs are numbered in the order of the registry, as their strategy names them; 0 is all of them. */
    private String pair(final String name, final String pair, final String action) {
        final List<String> names =
                config.strategies().stream().map(one -> one.name()).toList();
        final int index = index(names, name, "strategy");
        if (!(config.strategies().get(index).newStrategy().parameters() instanceof PairsParameters parameters)) {
            throw new RefusedException(name + " trades no pairs");
        }
        final List<String> pairs = new ArrayList<>(List.of(ALL_PAIRS));
        parameters.pairs().forEach(one -> pairs.add(one.name()));
        final int pairId = index(pairs, pair, "pair");
        final PairAction asked = switch (action) {
            case "start" -> PairAction.START;
            case "stop" -> PairAction.STOP;
            case "close" -> PairAction.CLOSE;
            case "emergency" -> PairAction.EMERGENCY_STOP;
            default ->
                throw new RefusedException(
                        "'" + action + "' is nothing that a pair does: start, stop, close or emergency");
        };
        return done(() -> publisher.onPairRequested(index + 1, pairId, asked));
    }

    private static int index(final List<String> names, final String name, final String what) {
        final int index = names.indexOf(name);
        if (index < 0) {
            throw new RefusedException("no " + what + " " + name + Nearest.suggestion(name, names) + "; there are: "
                    + String.join(", ", names));
        }
        return index;
    }

    private String stop(final String[] words) {
        final OrdersAtStop orders;
        try {
            orders = words.length == 1
                    ? config.shutdown().orders()
                    : OrdersAtStop.valueOf(words[1].toUpperCase(Locale.ROOT));
        } catch (final IllegalArgumentException e) {
            throw new RefusedException("stop " + words[1] + ": write one of "
                    + Arrays.toString(OrdersAtStop.values()).toLowerCase(Locale.ROOT));
        }
        session.stop(orders);
        final Thread bound = new Thread(this::cutInTime, "stop");
        bound.setDaemon(true);
        bound.start();
        askedToStop = true;
        return "stopping; orders: " + orders.name().toLowerCase(Locale.ROOT);
    }

    /** Likewise bounded as after a signal. */
    private void cutInTime() {
        try {
            TimeUnit.NANOSECONDS.sleep(config.shutdown().withinNs());
            session.cut();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the operator ended the run; from any thread. */
    boolean wasAskedToStop() {
        return askedToStop;
    }

    private String snapshot() {
        final Future<Path> stored = snapshots.request();
        // The core looks up at an event, and in a quiet market there is none.
        done(publisher::onClockTicked);
        try {
            return "stored " + stored.get(PATIENCE_NS, TimeUnit.NANOSECONDS).getFileName();
        } catch (final ExecutionException e) {
            throw new RefusedException("no snapshot was stored: " + e.getCause().getMessage());
        } catch (final TimeoutException e) {
            throw new RefusedException("the snapshot is not stored yet");
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("the run ends");
        }
    }

    private String done(final Runnable request) {
        request.run();
        final long beginNanoTime = System.nanoTime();
        while (session.isOperatorWaiting()) {
            if (System.nanoTime() - beginNanoTime > PATIENCE_NS) {
                throw new RefusedException(
                        "it waits, and the core has not handled it yet; the run's standard error says" + " what hangs");
            }
            Thread.onSpinWait();
        }
        return status();
    }

    /** Read while the core goes on: each figure is one of now or of a moment ago. */
    private String status() {
        final EngineCore core = session.core();
        int positions = 0;
        for (int id = 0; id < core.instruments().count(); id++) {
            positions += core.portfolio().net(id).quantity() == 0 ? 0 : 1;
        }
        final StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "event %s, %s: %s, %s orders open, %s positions",
                Render.count(core.sequence()),
                Render.time(core.timeNs()),
                core.tradingState(),
                Render.count(core.orders().openCount()),
                Render.count(positions)));
        for (int i = 0; i < config.strategies().size(); i++) {
            text.append("; ")
                    .append(config.strategies().get(i).name())
                    .append(' ')
                    .append(core.tradingStates().get(TradingScope.STRATEGY, i + 1));
        }
        for (int id = 0; id < config.instruments().size(); id++) {
            final TradingState state = core.tradingStates().get(TradingScope.INSTRUMENT, id);
            if (state != TradingState.ACTIVE) {
                text.append("; ")
                        .append(config.instruments().get(id).symbol())
                        .append(' ')
                        .append(state);
            }
        }
        return text.toString();
    }
}
