package reprise.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.testing.Definitions.anInstrument;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.order.FeeAsset;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.portfolio.OrderFills;
import reprise.portfolio.Portfolio;
import reprise.testkit.RandomCases;

/** Sums that follow each change are what a walk over every instrument and every order would find. */
class WorstCaseTest {
    private static final int INSTRUMENTS = 4;
    private static final int STRATEGIES = 2;

    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Order> all = new ArrayList<>();
    private final Orders orders = new Orders(64);
    private final Portfolio portfolio = new Portfolio(STRATEGIES);
    private final OrderFills fills = new OrderFills(portfolio);
    private final PositionProjection projection = new PositionProjection(portfolio, orders);
    private WorstCase worstCase = new WorstCase(portfolio, orders, projection);

    private WorstCaseTest begin() {
        for (int i = 0; i < INSTRUMENTS; i++) {
            instruments.add(anInstrument().withId(i).build());
            portfolio.define(instruments.get(i));
        }
        portfolio.listener(id -> worstCase.onPosition(id));
        orders.listener((strategyId, id) -> worstCase.onOpenQuantity(strategyId, id));
        return this;
    }

    @Test
    void shouldEqualAWalkOverEverything() {
        RandomCases.check(500, random -> {
            final WorstCaseTest test = new WorstCaseTest().begin();
            for (int i = 0; i < 60; i++) {
                test.change(random, i);
                test.compare(random);
            }
            // What is added up at once is what followed each change.
            test.worstCase = new WorstCase(test.portfolio, test.orders, test.projection);
            test.worstCase.addUp();
            test.compare(random);
        });
    }

    private void change(final SplittableRandom random, final int step) {
        final Instrument instrument = instruments.get(random.nextInt(INSTRUMENTS));
        switch (random.nextInt(6)) {
            case 0 -> instrument.onTrade(random.nextLong(1, 500), 1);
            case 1 -> portfolio.fill(random.nextInt(STRATEGIES + 1), instrument.id(), random.nextLong(-50, 50), 7, 0);
            case 2 -> {
                all.add(orders.open(step + 1, 1 + random.nextInt(STRATEGIES), request(random, instrument), 0));
                orders.accept(all.get(all.size() - 1));
            }
            default -> {
                if (!all.isEmpty()) {
                    changeOrder(random, all.get(random.nextInt(all.size())));
                }
            }
        }
    }

    private void changeOrder(final SplittableRandom random, final Order order) {
        switch (random.nextInt(3)) {
            case 0 -> {
                if (order.state() == OrderState.NEW || order.state() == OrderState.PARTIALLY_FILLED) {
                    orders.requestReplace(order, order.filledQuantity() + random.nextLong(1, 60), 80, 0);
                }
            }
            case 1 -> orders.end(order, OrderState.CANCELED);
            default -> {
                final long quantity = 1 + random.nextLong(20);
                orders.fill(order, quantity, 1, 0);
                fills.fill(order, 100, quantity, 0, FeeAsset.QUOTE);
            }
        }
    }

    private static OrderRequest request(final SplittableRandom random, final Instrument instrument) {
        return new OrderRequest()
                .limit(
                        instrument,
                        RandomCases.oneOf(random, Side.BUY, Side.SELL),
                        random.nextLong(1, 50),
                        random.nextLong(50, 150),
                        TimeInForce.GTC);
    }

    private void compare(final SplittableRandom random) {
        final OrderRequest request = request(random, instruments.get(random.nextInt(INSTRUMENTS)));
        final int strategyId = 1 + random.nextInt(STRATEGIES);
        long gross = 0;
        long net = 0;
        long strategyGross = 0;
        long strategyNet = 0;
        for (final Instrument instrument : instruments) {
            final long held = portfolio.net(instrument.id()).quantity();
            final long own = portfolio.book(strategyId, instrument.id()).quantity();
            gross += gross(instrument, held, 0, request);
            net += leaning(instrument, held, 0, request);
            strategyGross += gross(instrument, own, strategyId, request);
            strategyNet += leaning(instrument, own, strategyId, request);
        }

        assertThat(worstCase.grossAfter(request)).isEqualTo(gross);
        assertThat(worstCase.netAfter(request)).isEqualTo(net);
        assertThat(worstCase.grossAfter(strategyId, request)).isEqualTo(strategyGross);
        assertThat(worstCase.netAfter(strategyId, request)).isEqualTo(strategyNet);
        assertThat(worstCase.reserved(0)).isEqualTo(reserved());
    }

    private long open(final Instrument instrument, final int strategyId, final Side side) {
        return all.stream()
                .filter(order -> order.instrumentId() == instrument.id() && order.side() == side)
                .filter(order -> strategyId == 0 || order.strategyId() == strategyId)
                .mapToLong(Order::exposedQuantity)
                .sum();
    }

    private long gross(final Instrument instrument, final long held, final int strategyId, final OrderRequest request) {
        long up = held + open(instrument, strategyId, Side.BUY);
        long down = held - open(instrument, strategyId, Side.SELL);
        if (request.instrument() == instrument) {
            up += request.side() == Side.BUY ? request.quantity() : 0;
            down -= request.side() == Side.SELL ? request.quantity() : 0;
        }
        return instrument.notional(instrument.markPrice(), Math.max(Math.abs(up), Math.abs(down)));
    }

    private long leaning(
            final Instrument instrument, final long held, final int strategyId, final OrderRequest request) {
        final int sign = request.side().sign();
        final long own = request.instrument() == instrument ? request.quantity() : 0;
        final long after = sign * held + open(instrument, strategyId, request.side()) + own;
        return instrument.notional(instrument.markPrice(), after);
    }

    private long reserved() {
        return all.stream()
                .filter(order -> order.side() == Side.BUY)
                .mapToLong(order -> instruments
                        .get(order.instrumentId())
                        .notional(
                                order.state() == OrderState.PENDING_REPLACE
                                        ? Math.max(80, order.limitPrice())
                                        : order.limitPrice(),
                                order.exposedQuantity()))
                .sum();
    }

    @Test
    void shouldRefuseToMeasureWhatMoneyCannotSay() {
        begin();
        instruments.get(0).onTrade(1, 1);
        portfolio.fill(1, 0, Long.MAX_VALUE / 2, 1, 0);
        instruments.get(1).onTrade(100, 1);
        final OrderRequest request = new OrderRequest().limit(instruments.get(1), Side.BUY, 1, 100, TimeInForce.GTC);

        assertThat(worstCase.grossAfter(request)).isEqualTo(Long.MAX_VALUE);
        assertThat(worstCase.netAfter(1, request)).isEqualTo(Long.MAX_VALUE);

        portfolio.fill(1, 0, -Long.MAX_VALUE / 2, -1, 0);
        assertThat(worstCase.grossAfter(request)).isEqualTo(100_000_000);
    }
}
