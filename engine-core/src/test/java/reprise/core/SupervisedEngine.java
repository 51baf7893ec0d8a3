package reprise.core;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.exit.ExitPolicy;
import reprise.guard.GuardLimits;
import reprise.message.CommandDispatcher;
import reprise.message.EngineDecisions;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.testing.CommandLines;
import reprise.testing.Definitions;
import reprise.testing.ScriptedStrategy;
import reprise.testing.TestEngine;

/**
 * Two strategies on I0 (prices in cents, minute bars) under supervision. A venue that answers only when told. Time goes by in minutes, from
 * the tenth of a day in session on.
 */
final class SupervisedEngine implements AutoCloseable {
    static final long MINUTE = 60_000_000_000L;

    /** Tuesday 2 January 2024, 14:30 UTC: the open of New York. */
    static final long T0 = 1_704_205_800_000_000_000L;

    final ScriptedStrategy first = ScriptedStrategy.listeningTo("I0");
    final ScriptedStrategy second = ScriptedStrategy.listeningTo("I0", "I1");
    final TestEngine engine;
    long timeNs = T0;
    private int decisionsTaken;

    SupervisedEngine(
            final GuardLimits guard,
            final MonitorPolicy monitor,
            final List<ExitPolicy> exits,
            final Definitions instrument) {
        engine = new TestEngine(
                CoreConfig.with(TestEngine.WIDE_LIMITS).with(new SupervisionPolicy(guard, monitor, exits)),
                CoreObserver.NONE,
                instrument,
                first,
                second);
        engine.events().at(timeNs);
        engine.commands();
        decisions();
    }

    static SupervisedEngine guarded(final GuardLimits guard) {
        return new SupervisedEngine(guard, null, List.of(), Definitions.anInstrument());
    }

    static SupervisedEngine monitored(final MonitorPolicy monitor) {
        return new SupervisedEngine(null, monitor, List.of(), Definitions.anInstrument());
    }

    /** The first strategy's positions are left by a plan. */
    static SupervisedEngine protectedBy(final ExitPolicy policy, final Definitions instrument) {
        return new SupervisedEngine(null, null, Arrays.asList(policy, null), instrument);
    }

    /** A minute passes, and I0 has one price in it. */
    void bar(final long price) {
        bar(price, price, price, price);
    }

    void bar(final long open, final long high, final long low, final long close) {
        timeNs += MINUTE;
        engine.events().at(timeNs).onBar(0, timeNs, MINUTE, open, high, low, close, 1_000);
    }

    void clock(final long newTimeNs) {
        timeNs = newTimeNs;
        engine.events().at(timeNs).onClockTicked();
    }

    void quote(final long bid, final long ask) {
        engine.events().onQuote(0, timeNs, bid, 100, ask, 100);
    }

    /** Asks in the name of a strategy at its next bar; returns the answer. */
    RejectReason order(final ScriptedStrategy who, final Side side, final long quantity, final long barPrice) {
        final List<RejectReason> answers = new ArrayList<>();
        who.next(context -> answers.add(
                context.submit(new OrderRequest().market(engine.instrument(0), side, quantity, TimeInForce.GTC))));
        bar(barPrice);
        return answers.get(0);
    }

    /** A strategy buys, and all of it is filled at the price. Returns the id of the order. */
    long holds(final ScriptedStrategy who, final long quantity, final long price) {
        if (order(who, quantity > 0 ? Side.BUY : Side.SELL, Math.abs(quantity), price) != RejectReason.NONE) {
            throw new AssertionError("refused");
        }
        final long orderId = engine.lastOrderId();
        engine.events().onOrderAccepted(orderId, timeNs);
        engine.fill(orderId, Math.abs(quantity), price);
        engine.commands();
        return orderId;
    }

    /** What was decided since the last call, a line each, with raw numbers. */
    List<String> decisions() {
        final List<String> lines = new ArrayList<>();
        final EngineDecisions recorder = (EngineDecisions) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EngineDecisions.class}, (proxy, method, arguments) -> {
                    lines.add(method.getName() + " " + Arrays.toString(arguments));
                    return null;
                });
        final CommandDispatcher dispatcher = new CommandDispatcher(new CommandLines(), recorder);
        engine.commandLog().records().forEach(bytes -> dispatcher.dispatch(new UnsafeBuffer(bytes), 0));
        final List<String> taken = List.copyOf(lines.subList(decisionsTaken, lines.size()));
        decisionsTaken = lines.size();
        return taken;
    }

    List<String> decisions(final String name) {
        return decisions().stream().filter(line -> line.startsWith(name + " ")).toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
