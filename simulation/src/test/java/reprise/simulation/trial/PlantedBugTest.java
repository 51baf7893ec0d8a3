package reprise.simulation.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reprise.execution.PairAction;
import reprise.execution.PairSettings;
import reprise.message.EngineCommands;
import reprise.message.EngineEvents;
import reprise.message.Envelope;
import reprise.message.EventDispatcher;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.message.Templates;
import reprise.order.OrderTerms;
import reprise.order.ReportedStatus;
import reprise.port.RecordSource;
import reprise.risk.TradingState;
import reprise.testkit.DocumentedTable;

/** Trials are worth what they find: each bug that is planted here must be found, and how many seeds that took is in the guarantees. */
class PlantedBugTest {
    private static final int MOST_SEEDS = 1_000;
    private static final Map<Bug, Integer> FOUND = new EnumMap<>(Bug.class);
    private static final Map<Bug, String> RULES = new EnumMap<>(Bug.class);

    @ParameterizedTest
    @EnumSource(Bug.class)
    void shouldFindEveryPlantedBug(final Bug bug) {
        int seeds = 0;
        TrialResult found = null;
        while (found == null && seeds < MOST_SEEDS) {
            seeds++;
            final TrialResult result = Trials.run(Scenario.of(seeds), bug.plant());
            found = result.failure() == null ? null : result;
        }

        assertThat(found).as("%s, in %d seeds", bug, seeds).isNotNull();
        FOUND.put(bug, seeds);
        RULES.put(bug, found.failure().rule());
    }

    /** The table of docs/guarantees.md. */
    @AfterAll
    static void requireThatItIsDocumented() {
        if (FOUND.size() < Bug.values().length) {
            // One of them alone was run, or one was not found, which is said already.
            return;
        }
        final StringBuilder page = new StringBuilder("| planted bug | found by seed | because of |\n|---|---:|---|\n");
        FOUND.forEach((bug, seed) -> page.append("| ")
                .append(bug.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .append(" | ")
                .append(seed)
                .append(" | ")
                .append(RULES.get(bug))
                .append(" |\n"));
        DocumentedTable.requireCurrent("guarantees.md", "PlantedBugTest", page.toString());
    }

    /** What is wrong with the engine, or with what stands around it. */
    enum Bug {
        EXECUTION_ID_IGNORED(() -> {
            final Map<Object, Integer> seen = new HashMap<>();
            return events((name, arguments) -> {
                if (name.equals("onOrderPartiallyFilled") || name.equals("onOrderFilled")) {
                    // An execution that comes again bears a name of its own.
                    final int times = seen.merge(arguments[1], 1, Integer::sum);
                    arguments[1] = (Long) arguments[1] + (times - 1) * 1_000_000L;
                }
                return true;
            });
        }),
        QUERY_ANSWERED_WRONG(() -> events((name, arguments) -> {
            if (name.equals("onOrderReported") && arguments[2] == ReportedStatus.WORKING) {
                arguments[2] = ReportedStatus.CANCELED;
            }
            return true;
        })),
        FOUND_IS_NOT_FOUND(() -> new Planted() {
            @Override
            boolean passes(final EngineEvents engine, final String name, final Object[] arguments) {
                if (name.equals("onOrderReported")) {
                    engine.onOrderNotFound((Long) arguments[0], (Long) arguments[1]);
                }
                return !name.equals("onOrderReported");
            }
        }),
        LAST_FILL_FORGOTTEN(() -> events((name, arguments) -> !name.equals("onOrderFilled"))),
        FEE_OFF_BY_ONE(() -> events((name, arguments) -> {
            if (name.equals("onOrderFilled")) {
                arguments[5] = (Long) arguments[5] + 1;
            }
            return true;
        })),
        PRICE_OFF_BY_ONE(() -> events((name, arguments) -> {
            if (name.equals("onOrderPartiallyFilled")) {
                arguments[3] = (Long) arguments[3] + 1;
            }
            return true;
        })),
        CANCEL_REFUSED_IS_CANCELLED(() -> new Planted() {
            @Override
            boolean passes(final EngineEvents engine, final String name, final Object[] arguments) {
                if (name.equals("onCancelRejected")) {
                    engine.onOrderCancelled((Long) arguments[0], (Long) arguments[1]);
                }
                return !name.equals("onCancelRejected");
            }
        }),
        CANCEL_LOST_IS_CANCELLED(() -> new Planted() {
            private final Set<Object> lost = new HashSet<>();

            @Override
            boolean leaves(final EngineCommands world, final String name, final Object[] arguments) {
                return !name.equals("cancelOrder") || !lost.add(arguments[0]);
            }

            @Override
            boolean passes(final EngineEvents engine, final String name, final Object[] arguments) {
                if (name.equals("onOrderReported") && lost.contains(arguments[0])) {
                    arguments[2] = ReportedStatus.CANCELED;
                }
                return true;
            }
        }),
        HALT_NOT_HEARD(() -> events(
                (name, arguments) -> !name.equals("onTradingStateRequested") || arguments[2] != TradingState.HALTED)),
        SENT_AGAIN_UNDER_A_NEW_NAME(() -> new Planted() {
            private final Map<Long, OrderTerms> sent = new HashMap<>();

            @Override
            boolean leaves(final EngineCommands world, final String name, final Object[] arguments) {
                if (name.equals("submitOrder")) {
                    sent.put((Long) arguments[0], new OrderTerms().set((OrderTerms) arguments[3]));
                }
                if (name.equals("queryOrder") && sent.containsKey(arguments[0])) {
                    world.submitOrder(
                            (Long) arguments[0] + 5_000_000, (Integer) arguments[1], 1, sent.get(arguments[0]));
                }
                return true;
            }
        }),
        EVERY_ORDER_SENT_DOUBLE(() -> new Planted() {
            @Override
            boolean leaves(final EngineCommands world, final String name, final Object[] arguments) {
                if (name.equals("submitOrder")) {
                    world.submitOrder(-(Long) arguments[0], (Integer) arguments[1], (Integer) arguments[2], (OrderTerms)
                            arguments[3]);
                }
                return true;
            }
        }),
        QUANTITY_DOUBLED_ON_THE_WAY(() -> commands(
                (world, name, arguments) -> {
                    ((OrderTerms) arguments[3]).quantity(2 * ((OrderTerms) arguments[3]).quantity());
                    return true;
                },
                "submitOrder")),
        QUANTITY_REPORTED_OFF_BY_ONE(() -> events((name, arguments) -> {
            if (name.equals("onOrderReported")) {
                arguments[3] = (Long) arguments[3] + 1;
            }
            return true;
        })),
        PAIR_NOT_IN_PARTS(() -> new Interference() {
            @Override
            public PairSettings pairs(final PairSettings settings) {
                return new PairSettings(
                        settings.legTimeoutNs(), settings.retryNs(), Long.MAX_VALUE, settings.limitEntries());
            }
        }),
        PAIR_STOPS_AND_DOES_NOT_LEAVE(() -> events((name, arguments) -> {
            if (name.equals("onPairRequested") && arguments[2] == PairAction.EMERGENCY_STOP) {
                arguments[2] = PairAction.STOP;
            }
            return true;
        })),
        REPLAY_SKIPS_AN_EVENT(() -> skipping(50)),
        RECOVERY_LOSES_THE_LAST_EVENT(() -> new Interference() {
            @Override
            public RecordSource replayed(final RecordSource log) {
                return new AllButTheLast(log);
            }
        });

        private final Supplier<Interference> planting;

        Bug(final Supplier<Interference> planting) {
            this.planting = planting;
        }

        /** A fresh one: bugs have state, too. */
        Interference plant() {
            return planting.get();
        }
    }

    /** Changes arguments, or returns false to swallow the call. */
    @FunctionalInterface
    private interface EventChange {
        boolean passes(String name, Object[] arguments);
    }

    /** Likewise, and may send something of its own. */
    @FunctionalInterface
    private interface CommandChange {
        boolean leaves(EngineCommands world, String name, Object[] arguments);
    }

    private static Interference events(final EventChange change) {
        return new Planted() {
            @Override
            boolean passes(final EngineEvents engine, final String name, final Object[] arguments) {
                return change.passes(name, arguments);
            }
        };
    }

    private static Interference commands(final CommandChange change, final String command) {
        return new Planted() {
            @Override
            boolean leaves(final EngineCommands world, final String name, final Object[] arguments) {
                return !name.equals(command) || change.leaves(world, name, arguments);
            }
        };
    }

    /** A bug on the way of events or commands. */
    private abstract static class Planted implements Interference {
        boolean passes(final EngineEvents engine, final String name, final Object[] arguments) {
            return true;
        }

        boolean leaves(final EngineCommands world, final String name, final Object[] arguments) {
            return true;
        }

        @Override
        public Outlet events(final Outlet engine) {
            final EventPublisher publisher = new EventPublisher(engine);
            final EngineEvents changed =
                    between(EngineEvents.class, publisher, call -> passes(publisher, call.name(), call.arguments()));
            return new Decoded(new EventDispatcher(changed), engine);
        }

        @Override
        public EngineCommands commands(final EngineCommands world) {
            return between(EngineCommands.class, world, call -> leaves(world, call.name(), call.arguments()));
        }
    }

    private record Call(String name, Object[] arguments) {}

    private static <T> T between(final Class<T> vocabulary, final T target, final Function<Call, Boolean> change) {
        return vocabulary.cast(Proxy.newProxyInstance(
                vocabulary.getClassLoader(), new Class<?>[] {vocabulary}, (proxy, method, arguments) -> {
                    final Object[] all = arguments == null ? new Object[0] : arguments;
                    try {
                        return change.apply(new Call(method.getName(), all)) ? method.invoke(target, all) : null;
                    } catch (final InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** Turns bytes into calls; what is no event of orders, account or operator passes as it is. */
    private static final class Decoded implements Outlet {
        private final EventDispatcher dispatcher;
        private final Outlet engine;
        private final UnsafeBuffer draft = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);

        Decoded(final EventDispatcher dispatcher, final Outlet engine) {
            this.dispatcher = dispatcher;
            this.engine = engine;
        }

        @Override
        public MutableDirectBuffer claim() {
            return draft;
        }

        @Override
        public void end(final int lengthBytes) {
            final String name = Templates.name(Envelope.templateId(draft, 0));
            if (name.startsWith("Order") || name.contains("Reject") || name.endsWith("Requested")) {
                dispatcher.dispatch(draft, 0);
            } else {
                engine.claim().putBytes(0, draft, 0, lengthBytes);
                engine.end(lengthBytes);
            }
        }
    }

    private static Interference skipping(final int skipped) {
        return new Interference() {
            @Override
            public RecordSource replayed(final RecordSource log) {
                return new Skipping(log, skipped);
            }
        };
    }

    /** A log that lacks a record, and does not show it: the records behind it have the numbers of those before. */
    private static class Skipping implements RecordSource {
        private final RecordSource log;
        private final int skipped;
        private final UnsafeBuffer record = new UnsafeBuffer(new byte[Outlet.MAX_MESSAGE_LENGTH_BYTES]);
        private int count;

        Skipping(final RecordSource log, final int skipped) {
            this.log = log;
            this.skipped = skipped;
        }

        @Override
        public boolean next() {
            count++;
            final boolean isThere = count == skipped ? log.next() && log.next() : log.next();
            if (isThere) {
                record.putBytes(0, log.buffer(), log.offset(), log.lengthBytes());
                Envelope.stamp(record, 0, count, Envelope.timeNs(record, 0));
            }
            return isThere;
        }

        @Override
        public DirectBuffer buffer() {
            return record;
        }

        @Override
        public int offset() {
            return 0;
        }

        @Override
        public int lengthBytes() {
            return log.lengthBytes();
        }
    }

    /** A log whose last record is not seen. */
    private static final class AllButTheLast implements RecordSource {
        private final RecordSource log;
        private final UnsafeBuffer record = new UnsafeBuffer(new byte[Outlet.MAX_MESSAGE_LENGTH_BYTES]);
        private int length;
        private boolean ahead;

        AllButTheLast(final RecordSource log) {
            this.log = log;
            ahead = log.next();
        }

        @Override
        public boolean next() {
            if (!ahead) {
                return false;
            }
            length = log.lengthBytes();
            record.putBytes(0, log.buffer(), log.offset(), length);
            ahead = log.next();
            return ahead;
        }

        @Override
        public DirectBuffer buffer() {
            return record;
        }

        @Override
        public int offset() {
            return 0;
        }

        @Override
        public int lengthBytes() {
            return length;
        }
    }
}
