package reprise.simulation.contract;

import java.util.List;
import java.util.Locale;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.simulation.contract.OrderNews.Cancelled;
import reprise.simulation.contract.OrderNews.Fill;
import reprise.simulation.contract.OrderNews.Rejected;

/** Each type of order and time in force, and what becomes of them. */
final class OrderCards {
    private OrderCards() {}

    static List<ContractCard> cards() {
        return List.of(
                ContractCard.of("O1", "a limit order away from the market works, and is cancelled", OrderCards::limit),
                ContractCard.of(
                        "O2",
                        "a market order is filled: the fills add up to it, the last says so",
                        OrderCards::market,
                        Need.OPEN_MARKET,
                        Need.of(OrderType.MARKET)),
                ContractCard.of(
                        "O3",
                        "a limit order that can trade is filled at its limit or better",
                        OrderCards::marketableLimit,
                        Need.OPEN_MARKET),
                ContractCard.of(
                        "O4",
                        "what was bought is sold again",
                        OrderCards::sell,
                        Need.OPEN_MARKET,
                        Need.of(OrderType.MARKET)),
                far("O5", OrderType.STOP),
                far("O6", OrderType.STOP_LIMIT),
                far("O7", OrderType.TRAILING_STOP),
                ContractCard.of(
                        "O8", "a limit order trades when the market comes to it", OrderCards::resting, Need.CONTROL),
                reached("O9", OrderType.STOP),
                reached("O10", OrderType.STOP_LIMIT),
                followed("O11"),
                ContractCard.of(
                        "O12",
                        "a limit order that must not take liquidity works, or is refused with a reason",
                        OrderCards::limitMaker,
                        Need.OPEN_MARKET),
                atOnce("O13", TimeInForce.IOC),
                atOnce("O14", TimeInForce.FOK),
                ContractCard.of(
                        "O15",
                        "an order for the day works, and is cancelled",
                        OrderCards::day,
                        Need.of(TimeInForce.DAY)),
                ContractCard.of(
                        "O16",
                        "filled part by part: each part once, the last as the last, the sum is the order",
                        OrderCards::parts,
                        Need.PARTIAL_FILLS));
    }

    private static ContractCard far(final String number, final OrderType type) {
        return ContractCard.of(
                number,
                "a " + words(type) + " order away from the market works, and is cancelled",
                s -> worksAndIsCancelled(s, farStop(s, type)),
                Need.OPEN_MARKET,
                Need.of(type));
    }

    private static ContractCard reached(final String number, final OrderType type) {
        return ContractCard.of(
                number,
                "a " + words(type) + " order trades when its stop is reached",
                s -> {
                    final long orderId = s.submit(farStop(s, type));
                    s.awaitWorking(orderId);
                    s.control().tradeAt(s.price(119));
                    s.expect(s.query(orderId).fills().isEmpty(), "no fill before the stop is reached");
                    s.control().tradeAt(s.price(120));
                    s.awaitFilled(orderId, s.quantity());
                    expectHeld(s, s.quantity());
                },
                Need.CONTROL,
                Need.of(type));
    }

    private static ContractCard followed(final String number) {
        return ContractCard.of(
                number,
                "a trailing stop follows the market, and trades when that turns",
                OrderCards::trailing,
                Need.CONTROL,
                Need.of(OrderType.TRAILING_STOP));
    }

    private static ContractCard atOnce(final String number, final TimeInForce timeInForce) {
        return ContractCard.of(
                number,
                timeInForce + ": an order that cannot trade at once is over at once",
                s -> {
                    final OrderTerms terms = new OrderTerms()
                            .set(Side.BUY, OrderType.LIMIT, timeInForce, s.quantity())
                            .limitPrice(s.price(80));
                    final HeardOrder order = s.await(s.submit(terms), "over", HeardOrder::isEnded);
                    s.expect(order.fills().isEmpty(), "no fill");
                },
                Need.OPEN_MARKET,
                Need.of(timeInForce));
    }

    private static String words(final OrderType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Buys above the market, so that neither a position nor the right to be short is needed. */
    private static OrderTerms farStop(final ContractSession s, final OrderType type) {
        final OrderTerms terms = s.terms(Side.BUY, type);
        if (type == OrderType.TRAILING_STOP) {
            return terms.trailDistance(s.price(20));
        }
        return terms.stopPrice(s.price(120)).limitPrice(type.hasLimit() ? s.price(125) : 0);
    }

    private static void worksAndIsCancelled(final ContractSession s, final OrderTerms terms) {
        final long orderId = s.submit(terms);
        s.awaitWorking(orderId);
        s.cancel(orderId);
        final HeardOrder order = s.await(orderId, "cancelled", heard -> heard.has(Cancelled.class));
        s.expect(order.fills().isEmpty(), "no fill");
    }

    private static void limit(final ContractSession s) {
        worksAndIsCancelled(s, s.terms(Side.BUY, OrderType.LIMIT).limitPrice(s.price(80)));
    }

    private static void day(final ContractSession s) {
        worksAndIsCancelled(
                s,
                new OrderTerms()
                        .set(Side.BUY, OrderType.LIMIT, TimeInForce.DAY, s.quantity())
                        .limitPrice(s.price(80)));
    }

    private static void market(final ContractSession s) {
        final long orderId = s.submit(s.terms(Side.BUY, OrderType.MARKET));
        s.awaitFilled(orderId, s.quantity());
        final List<Fill> fills = s.probe().order(orderId).fills();
        s.expect(fills.get(fills.size() - 1).isLast(), "the last fill told as the last");
        s.expect(fills.stream().allMatch(fill -> fill.price() > 0), "prices above nothing");
    }

    private static void marketableLimit(final ContractSession s) {
        final long limit = s.price(104);
        final long orderId = s.submit(s.terms(Side.BUY, OrderType.LIMIT).limitPrice(limit));
        s.awaitFilled(orderId, s.quantity());
        s.expect(
                s.probe().order(orderId).fills().stream().allMatch(fill -> fill.price() <= limit),
                "no fill above the limit");
    }

    private static void sell(final ContractSession s) {
        final int id = s.instrument().instrumentId();
        final long before = s.reconcile().position(id);
        final long bought = s.submit(s.terms(Side.BUY, OrderType.MARKET));
        s.awaitFilled(bought, s.quantity());
        final long received = s.reconcile().position(id) - before;
        final long whole = received - Math.floorMod(received, s.instrument().lotSize());
        s.expect(received > 0 && received <= s.quantity(), "a larger position, not one larger by " + received);
        final long sold = s.submit(s.terms(Side.SELL, OrderType.MARKET).quantity(whole));
        s.awaitFilled(sold, whole);
        s.expect(s.reconcile().position(id) == before + received - whole, "the position as before");
    }

    private static void resting(final ContractSession s) {
        final long orderId = s.workFar();
        s.control().tradeAt(s.price(81));
        s.expect(s.query(orderId).fills().isEmpty(), "no fill above the limit");
        s.control().tradeAt(s.price(79));
        s.awaitFilled(orderId, s.quantity());
        expectHeld(s, s.quantity());
    }

    /** By the server's books; a fee may have been taken in kind. */
    private static void expectHeld(final ContractSession s, final long quantity) {
        final long held = s.control().position();
        s.expect(
                held <= quantity && held > quantity - quantity / 50,
                "a position of the quantity, less a fee in kind, not "
                        + s.instrument().formatQuantity(held));
    }

    private static void trailing(final ContractSession s) {
        final long orderId = s.submit(farStop(s, OrderType.TRAILING_STOP));
        s.awaitWorking(orderId);
        s.control().tradeAt(s.price(90));
        s.control().tradeAt(s.price(109));
        s.expect(s.query(orderId).fills().isEmpty(), "no fill before the stop is reached");
        s.control().tradeAt(s.price(111));
        s.awaitFilled(orderId, s.quantity());
    }

    private static void limitMaker(final ContractSession s) {
        final long orderId = s.submit(s.terms(Side.BUY, OrderType.LIMIT_MAKER).limitPrice(s.price(80)));
        final HeardOrder order =
                s.await(orderId, "working or rejected", heard -> heard.isWorking() || heard.has(Rejected.class));
        s.expect(order.isWorking() || !order.all(Rejected.class).get(0).text().isEmpty(), "words with the refusal");
    }

    private static void parts(final ContractSession s) {
        final long orderId = s.workFar();
        for (int i = 0; i < 60 && s.probe().order(orderId).filledQuantity() < s.quantity(); i++) {
            s.control().tradeAt(s.price(79));
        }
        s.awaitFilled(orderId, s.quantity());
        final List<Fill> fills = s.probe().order(orderId).fills();
        s.expect(fills.size() > 1, "several fills");
        s.expect(
                fills.stream().filter(Fill::isLast).count() == 1
                        && fills.get(fills.size() - 1).isLast(),
                "the last fill, and no other, told as the last");
    }
}
