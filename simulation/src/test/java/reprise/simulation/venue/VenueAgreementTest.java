package reprise.simulation.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import reprise.market.Aggressor;
import reprise.market.InstrumentDefinition;
import reprise.market.InstrumentStatus;
import reprise.message.EngineEvents;
import reprise.message.EventDispatcher;
import reprise.message.Outlet;
import reprise.number.Money;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.simulation.BarList;
import reprise.testkit.RandomCases;

/** The venue and its naive twin say the same in the same order, whatever happens. */
class VenueAgreementTest {
    private static final int HISTORIES = 10_000;
    private static final int STEPS = 80;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long CASH = Money.parse("100000000");
    private static final InstrumentDefinition STOCK =
            new InstrumentDefinition(0, 0, "ABC", "ABC", "USD", 2, 0, 1, 1, 0);

    @Test
    void shouldSayWhatItsNaiveTwinSaysInTheSameOrderWhateverHappens() {
        final long[] fills = new long[1];
        RandomCases.check(HISTORIES, random -> fills[0] += new History(random).play());

        // A comparison of silences would prove nothing.
        assertThat(fills[0]).isGreaterThan(Long.getLong("seed") == null ? 5L * HISTORIES : -1);
    }

    private static final class History {
        private final SplittableRandom random;
        private final List<String> reports = new ArrayList<>();
        private final List<Long> came = new ArrayList<>();
        private final SimulatedVenue venue;
        private final NaiveVenue naive;
        private final OrderTerms terms = new OrderTerms();
        private final int feed;
        private BarList bar;
        private long timeNs = 1_704_067_200_000_000_000L;
        private long middle = 10_000;
        private long lastId;
        private long cash = CASH;
        private long position;

        History(final SplittableRandom random) {
            this.random = random;
            final VenueConfig config = config();
            venue = new SimulatedVenue(config, List.of(STOCK), CASH, "USD", new Listener());
            naive = new NaiveVenue(config);
            feed = random.nextInt(5);
            venue.connect(timeNs);
            reports.clear();
        }

        private VenueConfig config() {
            final ImpactModel.Shape shape = oneOf(ImpactModel.Shape.values());
            return VenueConfig.PLAIN
                    .withShortsAndLeverageE8(100 * Money.ONE)
                    .withFees(new FeeSchedule(random.nextInt(-5, 20) * 10_000L, random.nextInt(30) * 10_000L, 0, 0))
                    .withSlippageE8(random.nextInt(3) * 10_000L)
                    .withMaxParticipationE8(random.nextInt(3) * 20_000_000L)
                    .withLimitFillRule(oneOf(LimitFillRule.values()))
                    .withMatching(new MatchingRules(
                            oneOf(QueueModel.values()),
                            oneOf(StopTrigger.values()),
                            shape == ImpactModel.Shape.NONE ? ImpactModel.NONE : new ImpactModel(shape, 500_000),
                            oneOf(HaltPolicy.values()),
                            oneOf(MarketFill.values()),
                            oneOf(StopFill.values()),
                            random.nextInt(3) * 20_000L));
        }

        @SafeVarargs
        private <T> T oneOf(final T... values) {
            return values[random.nextInt(values.length)];
        }

        long play() {
            for (int i = 0; i < STEPS; i++) {
                final int before = reports.size();
                final String step = step();
                assertThat(reports.subList(before, reports.size()))
                        .as("step %d: %s, feed %d", i, step, feed)
                        .isEqualTo(naive.reports.subList(Math.min(before, naive.reports.size()), naive.reports.size()));
            }
            final long fills =
                    reports.stream().filter(line -> line.contains("illed[")).count();
            venue.requestReconciliation(0, Long.MAX_VALUE);
            assertThat(cash).isEqualTo(naive.cash.longValueExact() + CASH);
            assertThat(position).isEqualTo(naive.position);
            return fills;
        }

        private String step() {
            timeNs += random.nextInt(3) * 1_000L;
            return switch (random.nextInt(8)) {
                case 0, 1, 2 -> submit();
                case 3 -> random.nextBoolean() ? cancel() : replace();
                case 4 -> random.nextInt(6) == 0 ? halt() : market();
                default -> market();
            };
        }

        private String market() {
            middle = Math.max(100, middle + random.nextInt(-2, 3));
            return switch (feed) {
                case 0 -> bar();
                case 1 -> random.nextBoolean() ? quote() : trade();
                case 2 -> random.nextInt(3) > 0 ? level() : trade();
                case 3 -> trade();
                default ->
                    random.nextInt(8) == 0
                            ? bar()
                            : switch (random.nextInt(4)) {
                                case 0 -> quote();
                                case 1 -> trade();
                                default -> level();
                            };
            };
        }

        private String submit() {
            final Side side = oneOf(Side.values());
            final OrderType type = oneOf(OrderType.values());
            final TimeInForce timeInForce =
                    random.nextInt(3) > 0 ? TimeInForce.GTC : oneOf(TimeInForce.IOC, TimeInForce.FOK);
            terms.set(side, type, timeInForce, random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(60));
            if (VenueOrder.hasLimit(type)) {
                terms.limitPrice(middle + random.nextInt(-6, 7));
            }
            if (type == OrderType.TRAILING_STOP) {
                terms.trailDistance(1 + random.nextInt(6));
            }
            if (VenueOrder.isStop(type) && (type != OrderType.TRAILING_STOP || random.nextBoolean())) {
                terms.stopPrice(middle + side.sign() * random.nextInt(-1, 7));
            }
            lastId++;
            came.add(lastId);
            naive.nowNs = venue.timeNs();
            venue.submitOrder(lastId, 0, 1, terms);
            naive.submit(lastId, terms);
            return "submit " + lastId + " " + terms;
        }

        private long anyId() {
            return Math.max(1, lastId - random.nextInt(12));
        }

        private String cancel() {
            final long id = anyId();
            venue.cancelOrder(id, 0);
            naive.cancel(id);
            return "cancel " + id;
        }

        private String replace() {
            final long id = anyId();
            final long quantity = 1 + random.nextInt(60);
            final long limit = middle + random.nextInt(-6, 7);
            final long stop = random.nextInt(3) == 0 ? 0 : middle + random.nextInt(-6, 7);
            venue.replaceOrder(id, 0, 1, quantity, limit, stop);
            naive.replace(id, quantity, limit, stop);
            return "replace " + id + " " + quantity + " @ " + limit + " stop " + stop;
        }

        private String halt() {
            final boolean halted = random.nextInt(3) == 0;
            venue.instrumentStatus(0, timeNs, halted ? InstrumentStatus.HALTED : InstrumentStatus.TRADING);
            naive.halt(halted);
            return "halted " + halted;
        }

        private String quote() {
            final long bid = random.nextInt(20) == 0 ? 0 : middle - random.nextInt(3);
            final long ask = random.nextInt(20) == 0 ? 0 : middle + 1 + random.nextInt(3);
            final long bidQuantity = bid == 0 ? 0 : 10L * (1 + random.nextInt(4));
            final long askQuantity = ask == 0 ? 0 : 10L * (1 + random.nextInt(4));
            venue.quote(0, timeNs, bid, bidQuantity, ask, askQuantity);
            naive.quote(bid, bidQuantity, ask, askQuantity);
            return "quote " + bid + " x " + bidQuantity + ", " + ask + " x " + askQuantity;
        }

        private String level() {
            if (random.nextInt(30) == 0) {
                venue.bookCleared(0, timeNs);
                naive.clear();
                return "clear";
            }
            final Side side = oneOf(Side.values());
            final long price = middle - side.sign() * random.nextInt(5) + (side == Side.SELL ? 1 : 0);
            final long quantity = 10L * random.nextInt(6);
            venue.bookLevel(0, timeNs, side, price, quantity);
            naive.level(side, price, quantity);
            return "level " + side + " " + price + " x " + quantity;
        }

        private String trade() {
            final long price = middle + random.nextInt(-3, 4);
            final long quantity = 1 + random.nextInt(80);
            final Aggressor aggressor = oneOf(Aggressor.values());
            venue.trade(0, timeNs, price, quantity, aggressor);
            naive.trade(price, quantity, aggressor);
            return "trade " + quantity + " @ " + price + " " + aggressor;
        }

        /** Opens a bar, or completes the one that is open. */
        private String bar() {
            if (bar == null) {
                final long open = middle + random.nextInt(-4, 5);
                final long close = middle + random.nextInt(-4, 5);
                final long high = Math.max(open, close) + random.nextInt(5);
                final long low = Math.min(open, close) - random.nextInt(5);
                timeNs += MINUTE_NS;
                bar = new BarList(MINUTE_NS).bar(timeNs, open, high, low, close, random.nextInt(300));
                bar.next();
                came.clear();
                venue.openBar(0, bar);
                naive.openBar(open, bar.volume());
                return "open " + open;
            }
            timeNs = Math.max(timeNs, bar.closeTimeNs());
            venue.closeBar(0, bar);
            naive.nowNs = venue.timeNs();
            naive.closeBar(bar.highPrice(), bar.lowPrice(), bar.closePrice(), bar.volume(), came);
            final String text = "close " + bar.highPrice() + " " + bar.lowPrice() + " " + bar.closePrice();
            bar = null;
            return text;
        }

        /** Writes each report down in the words of the naive venue: the method and its arguments, without times and texts. */
        private final class Listener implements Outlet {
            private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);
            private final EventDispatcher dispatcher = new EventDispatcher((EngineEvents) Proxy.newProxyInstance(
                    EngineEvents.class.getClassLoader(), new Class<?>[] {EngineEvents.class}, this::onEvent));

            private Object onEvent(final Object proxy, final Method method, final Object[] arguments) {
                final String name = method.getName();
                if (name.equals("onAccountReported")) {
                    cash = (long) arguments[1];
                } else if (name.equals("onPositionReported")) {
                    position = (long) arguments[2];
                } else if (name.contains("Order") || name.contains("Rejected")) {
                    final List<String> values = new ArrayList<>();
                    final int timeIndex = name.endsWith("illed") ? 2 : 1;
                    for (int i = 0; i < arguments.length; i++) {
                        if (i != timeIndex && !arguments[i].equals("")) {
                            values.add(arguments[i].toString());
                        }
                    }
                    reports.add(name + values);
                }
                return null;
            }

            @Override
            public MutableDirectBuffer claim() {
                return buffer;
            }

            @Override
            public void end(final int lengthBytes) {
                dispatcher.dispatch(buffer, 0);
            }
        }
    }
}
