package reprise.strategies.pairs;

import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.market.InstrumentDefinition;
import reprise.message.CommandDispatcher;
import reprise.message.CommandPublisher;
import reprise.message.EngineCommands;
import reprise.message.Envelope;
import reprise.message.EventDispatcher;
import reprise.message.EventPublisher;
import reprise.message.MutedCommands;
import reprise.message.Outlet;
import reprise.message.Templates;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.GroupTerms;
import reprise.order.Liquidity;
import reprise.order.OrderTerms;
import reprise.risk.RiskLimits;
import reprise.state.SnapshotReader;
import reprise.state.SnapshotWriter;
import reprise.strategy.PairTrade;
import reprise.strategy.Strategy;
import reprise.time.EngineClock;

/** A core with one strategy and instruments A, B, C of prices in 1e-6, at a venue that fills everything at once, at the last price. */
final class PairsEngine {
    static final long HOUR = 3_600_000_000_000L;
    static final int DECIMALS = 6;

    private final EngineCore core;
    private final EventPublisher events;
    private final long[] sentIds = new long[16];
    private final int[] sentInstruments = new int[16];
    private final long[] sentQuantities = new long[16];
    private int sentCount;
    private final List<String> states = new ArrayList<>();
    private long executionId;
    private long opened;
    private boolean keepsStates = true;

    PairsEngine(final Strategy strategy) {
        final CoreObserver observer = new CoreObserver() {
            @Override
            public void onPair(
                    final int strategyId,
                    final PairTrade pair,
                    final PairState from,
                    final PairState to,
                    final PairReason reason,
                    final long timeNs) {
                if (keepsStates) {
                    states.add(timeNs / HOUR + " " + pair.pairId() + " " + to + " " + reason);
                }
                opened += to == PairState.OPEN ? 1 : 0;
            }
        };
        final EngineClock clock = new EngineClock();
        core = new EngineCore(
                clock,
                CoreConfig.with(new RiskLimits(Money.parse("1000000000"), Money.parse("1000000000"), 100)),
                List.of(strategy),
                new CommandPublisher(new Sent(), clock),
                observer);
        events = new EventPublisher(new Dispatched(core.newDispatcher()));
    }

    /** Whatever is published becomes the next event. */
    private final class Dispatched implements Outlet {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);
        private final EventDispatcher dispatcher;

        private Dispatched(final EventDispatcher dispatcher) {
            this.dispatcher = dispatcher;
        }

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            final long timeNs = Math.max(core.timeNs(), Envelope.timeNs(buffer, 0));
            core.beginEvent(core.sequence() + 1, timeNs);
            dispatcher.dispatch(buffer, 0);
            core.endEvent();
        }
    }

    /** Notes down orders that leave. */
    private final class Sent implements Outlet, EngineCommands {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);
        private final CommandDispatcher dispatcher = new CommandDispatcher(this, new MutedCommands());

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            // Reading decisions would make texts.
            if (Templates.isCommand(Envelope.templateId(buffer, 0))) {
                dispatcher.dispatch(buffer, 0);
            }
        }

        @Override
        public void submitOrder(
                final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
            sentIds[sentCount] = orderId;
            sentInstruments[sentCount] = instrumentId;
            sentQuantities[sentCount++] = terms.quantity();
        }

        @Override
        public void submitCashOrder(
                final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
            throw new AssertionError("nobody orders amounts");
        }

        @Override
        public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
            throw new AssertionError("nobody orders groups");
        }

        @Override
        public void cancelOrder(final long orderId, final int instrumentId) {
            throw new AssertionError("everything fills at once");
        }

        @Override
        public void replaceOrder(
                final long orderId,
                final int instrumentId,
                final int revision,
                final long quantity,
                final long limitPrice,
                final long stopPrice) {
            throw new AssertionError("everything fills at once");
        }

        @Override
        public void queryOrder(final long orderId, final int instrumentId) {
            throw new AssertionError("everything fills at once");
        }

        @Override
        public void requestReconciliation(final int venueId, final long sinceNs) {
            throw new AssertionError("nothing is unclear");
        }
    }

    /** Defines the instruments and starts. */
    PairsEngine open(final String cash) {
        for (int i = 0; i < 3; i++) {
            final String symbol = String.valueOf((char) ('A' + i));
            events.onInstrumentDefined(new InstrumentDefinition(i, 0, symbol, symbol, "USD", DECIMALS, 0, 1, 1, 0));
        }
        events.onVenueConnected(0);
        events.onAccountReported(0, Money.parse(cash), "USD");
        events.onStartRequested(1);
        return this;
    }

    /** A bar of an hour closes, and whatever is ordered fills. */
    void bar(final int instrumentId, final long hour, final double price) {
        final long close = Math.round(price * 1e6);
        events.at(hour * HOUR).onBar(instrumentId, hour * HOUR, HOUR, close, close, close, close, 0);
        for (int i = 0; i < sentCount; i++) {
            final long fillPrice = core.instruments().get(sentInstruments[i]).markPrice();
            events.onOrderFilled(
                    sentIds[i], ++executionId, 0, fillPrice, sentQuantities[i], 0, FeeAsset.QUOTE, Liquidity.UNKNOWN);
        }
        sentCount = 0;
    }

    /** From now on only counts how often a pair was opened. */
    PairsEngine quiet() {
        keepsStates = false;
        return this;
    }

    long opened() {
        return opened;
    }

    EventPublisher events() {
        return events;
    }

    EngineCore core() {
        return core;
    }

    long held(final int instrumentId) {
        return core.portfolio().book(1, instrumentId).quantity();
    }

    /** The states of pairs since the last call: hour, pair, state, reason. */
    List<String> takeStates() {
        final List<String> taken = List.copyOf(states);
        states.clear();
        return taken;
    }

    byte[] save() {
        final SnapshotWriter writer = new SnapshotWriter();
        writer.begin(core.sequence(), core.timeNs());
        core.snapshotTo(writer);
        return writer.seal();
    }

    PairsEngine restore(final byte[] snapshot) {
        new SnapshotReader(snapshot).restore(core);
        return this;
    }
}
