package reprise.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.testing.Definitions.anInstrument;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateHash;
import reprise.state.StateTape;
import reprise.testkit.RandomCases;

/**
 * Random histories of fills, busts, fees of both kinds, splits, dividends, reports and prices: after every event books sum to the net, cash is
 * what a naive count in wide decimals says, links sum to realised results, and worth is what a walk over everything finds. At the end, what
 * was saved is restored.
 */
class BooksHistoryTest {
    private static final int HISTORIES = 10_000;
    private static final int STRATEGIES = 2;

    private final List<Instrument> instruments = List.of(
            anInstrument().withDecimals(2, 0).build(),
            anInstrument().withId(1).withDecimals(5, 8).build(),
            anInstrument()
                    .withId(2)
                    .withDecimals(2, 3)
                    .withCurrencies("BASE", "EUR")
                    .build(),
            anInstrument()
                    .withId(3)
                    .withDecimals(4, 0)
                    .withCurrencies("EUR", "USD")
                    .build());
    private final Orders orders = new Orders(64);
    private final Portfolio portfolio = new Portfolio(STRATEGIES);
    private final OrderFills fills = new OrderFills(portfolio);
    private final List<Fill> done = new ArrayList<>();
    private final long[][] linkSums = new long[STRATEGIES + 1][4];
    private final BigDecimal[] cash = {BigDecimal.ZERO, BigDecimal.ZERO};
    private final BigInteger[] quantities = new BigInteger[4];
    private long nextOrderId = 1;

    private record Fill(Order order, long price, long quantity, long fee, FeeAsset feeAsset) {}

    private BooksHistoryTest begin() {
        instruments.forEach(portfolio::define);
        java.util.Arrays.fill(quantities, BigInteger.ZERO);
        portfolio.linkListener(
                (strategyId, instrumentId, entry, exit, quantity, pnl) -> linkSums[strategyId][instrumentId] += pnl);
        return this;
    }

    @Test
    void shouldBalanceAfterEveryEventOfRandomHistories() {
        RandomCases.check(HISTORIES, random -> {
            final BooksHistoryTest history = new BooksHistoryTest().begin();
            final int events = 5 + random.nextInt(25);
            for (int i = 0; i < events; i++) {
                history.happen(random);
                history.check();
            }
            history.checkRestored();
        });
    }

    private void happen(final SplittableRandom random) {
        final int id = random.nextInt(instruments.size());
        final Instrument instrument = instruments.get(id);
        switch (random.nextInt(12)) {
            case 0 -> instrument.onTrade(random.nextLong(1, 100_000), 1);
            case 1 -> report(random, id);
            case 2 -> split(random, instrument);
            case 3 -> dividend(random, instrument);
            case 4, 5 -> bust(random);
            default -> fill(random, instrument);
        }
    }

    private void fill(final SplittableRandom random, final Instrument instrument) {
        final Order order;
        if (!done.isEmpty() && random.nextInt(3) == 0) {
            order = done.get(random.nextInt(done.size())).order();
        } else {
            final long entry = random.nextInt(3) == 0 ? random.nextLong(1, nextOrderId + 1) : 0;
            order = orders.open(
                    nextOrderId++,
                    random.nextInt(STRATEGIES + 1),
                    new OrderRequest()
                            .limit(instrument, RandomCases.oneOf(random, Side.BUY, Side.SELL), 1, 1, TimeInForce.GTC)
                            .closing(entry),
                    0);
        }
        final long quantity = 1 + (random.nextLong() >>> 44 + random.nextInt(20));
        final boolean inBase = random.nextInt(3) == 0;
        final Fill fill = new Fill(
                order,
                random.nextLong(1, 100_000),
                quantity,
                inBase ? random.nextLong(-1, quantity / 4 + 2) : random.nextLong(-1_000, 1_000_000),
                inBase ? FeeAsset.BASE : FeeAsset.QUOTE);
        fills.fill(fill.order(), fill.price(), fill.quantity(), fill.fee(), fill.feeAsset());
        done.add(fill);
        count(fill, 1);
    }

    private void bust(final SplittableRandom random) {
        if (!done.isEmpty()) {
            final Fill fill = done.remove(random.nextInt(done.size()));
            fills.bust(fill.order(), fill.price(), fill.quantity(), fill.fee(), fill.feeAsset());
            count(fill, -1);
        }
    }

    /** Cash moves by the value of the fill and by a fee in money; a fee in the base asset moves quantity only. */
    private void count(final Fill fill, final int times) {
        final Instrument instrument = instruments.get(fill.order().instrumentId());
        final int sign = times * fill.order().side().sign();
        final BigDecimal value = value(instrument, fill.price(), BigInteger.valueOf(fill.quantity()));
        final boolean inBase = fill.feeAsset() == FeeAsset.BASE;
        final long paid = inBase ? 0 : times * fill.fee();
        addCash(instrument, value.multiply(BigDecimal.valueOf(-sign)).subtract(BigDecimal.valueOf(paid)));
        addQuantity(instrument, BigInteger.valueOf(sign * fill.quantity() - (inBase ? times * fill.fee() : 0)));
    }

    private static BigDecimal value(final Instrument instrument, final long price, final BigInteger quantity) {
        final int decimals = instrument.definition().priceDecimals()
                + instrument.definition().quantityDecimals()
                - Money.DECIMALS;
        return new BigDecimal(BigInteger.valueOf(price).multiply(quantity))
                .movePointLeft(decimals)
                .setScale(0, RoundingMode.HALF_EVEN);
    }

    private int currency(final Instrument instrument) {
        return instrument.definition().quoteCurrency().equals("USD") ? 0 : 1;
    }

    private void addCash(final Instrument instrument, final BigDecimal amount) {
        cash[currency(instrument)] = cash[currency(instrument)].add(amount);
    }

    private void addQuantity(final Instrument instrument, final BigInteger quantity) {
        quantities[instrument.id()] = quantities[instrument.id()].add(quantity);
    }

    private void report(final SplittableRandom random, final int id) {
        if (random.nextBoolean()) {
            final long amount = random.nextLong(-Money.ONE, Money.ONE);
            portfolio.cashReported(amount, random.nextBoolean() ? "USD" : "EUR");
            cash[0] = BigDecimal.valueOf(portfolio.valuation().ledger(0).cash());
            cash[1] = BigDecimal.valueOf(portfolio.valuation().ledger(1).cash());
        } else {
            final long realised = portfolio.net(id).realisedPnl();
            final long quantity = random.nextLong(-1_000, 1_000);
            portfolio.positionReported(id, quantity, random.nextLong(0, 100_000));
            quantities[id] = BigInteger.valueOf(quantity);
            assertThat(portfolio.net(id).realisedPnl())
                    .as("a report is no result")
                    .isEqualTo(realised);
        }
    }

    private void split(final SplittableRandom random, final Instrument instrument) {
        if (quantities[instrument.id()].bitLength() > 21) {
            // Repeated splits of a large position would be worth more than money can say.
            return;
        }
        final long newUnits = 1 + random.nextLong(12);
        final long oldUnits = 1 + random.nextLong(12);
        instrument.onSplit(newUnits, oldUnits);
        portfolio.split(instrument.id(), newUnits, oldUnits);
        final BigInteger exact = quantities[instrument.id()].multiply(BigInteger.valueOf(newUnits));
        final BigInteger[] parts = exact.divideAndRemainder(BigInteger.valueOf(oldUnits));
        quantities[instrument.id()] = parts[0];
        addCash(
                instrument,
                value(instrument, instrument.markPrice(), parts[1])
                        .divide(BigDecimal.valueOf(oldUnits), 0, RoundingMode.HALF_EVEN));
    }

    private void dividend(final SplittableRandom random, final Instrument instrument) {
        final long amount = random.nextLong(0, 10 * Money.ONE);
        portfolio.dividend(instrument.id(), amount);
        addCash(
                instrument,
                new BigDecimal(quantities[instrument.id()].multiply(BigInteger.valueOf(amount)))
                        .movePointLeft(instrument.definition().quantityDecimals())
                        .setScale(0, RoundingMode.HALF_EVEN));
    }

    private void check() {
        portfolio.audit();
        long equity = 0;
        long gross = 0;
        final long[] strategyGross = new long[STRATEGIES + 1];
        for (int id = 0; id < instruments.size(); id++) {
            final Instrument instrument = instruments.get(id);
            assertThat(portfolio.net(id).quantity()).isEqualTo(quantities[id].longValueExact());
            for (int book = 0; book <= STRATEGIES; book++) {
                final Position position = portfolio.book(book, id);
                assertThat(linkSums[book][id]).as("links").isEqualTo(position.realisedPnl());
                strategyGross[book] += inUsd(instrument, Math.abs(naiveValue(position)));
            }
            gross += inUsd(instrument, Math.abs(naiveValue(portfolio.net(id))));
            equity += inUsd(instrument, naiveValue(portfolio.net(id)));
        }
        assertThat(portfolio.cash()).isEqualTo(cash[0].longValueExact());
        assertThat(portfolio.valuation().ledger(1).cash()).isEqualTo(cash[1].longValueExact());
        equity += portfolio.cash() + inUsd(instruments.get(2), cash[1].longValueExact());
        // The sums by currency are converted once, the naive ones term by term.
        assertThat(Math.abs(portfolio.equity() - equity)).isLessThanOrEqualTo(3);
        assertThat(Math.abs(portfolio.valuation().grossExposure() - gross)).isLessThanOrEqualTo(3);
        for (int book = 0; book <= STRATEGIES; book++) {
            assertThat(Math.abs(portfolio.valuation().grossExposure(book) - strategyGross[book]))
                    .isLessThanOrEqualTo(3);
        }
        assertThat(portfolio.valuation().highWaterMark()).isGreaterThanOrEqualTo(portfolio.equity());
    }

    private static long naiveValue(final Position position) {
        final Instrument instrument = position.instrument();
        return position.isFlat() || instrument.markPrice() == 0
                ? position.cost()
                : value(instrument, instrument.markPrice(), BigInteger.valueOf(position.quantity()))
                        .longValueExact();
    }

    private long inUsd(final Instrument instrument, final long amount) {
        if (currency(instrument) == 0) {
            return amount;
        }
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(instruments.get(3).markPrice(), 4))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private void checkRestored() {
        final StateTape tape = new StateTape();
        portfolio.snapshotTo(tape);
        final Portfolio restored = new Portfolio(STRATEGIES);
        instruments.forEach(restored::define);

        restored.exchange(tape.reader());

        restored.audit();
        assertThat(StateHash.of(restored)).isEqualTo(StateHash.of(portfolio));
        assertThat(restored.equity()).isEqualTo(portfolio.equity());
        assertThat(restored.valuation().grossExposure())
                .isEqualTo(portfolio.valuation().grossExposure());
    }
}
