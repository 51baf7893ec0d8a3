package reprise.simulation.alpaca.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.simulation.alpaca.account.Order;
import reprise.simulation.alpaca.account.OrderDesk;
import reprise.simulation.alpaca.account.Refusal;
import reprise.simulation.alpaca.account.Venue;
import reprise.simulation.alpaca.fault.FaultKind;
import reprise.simulation.alpaca.fault.Faults;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.wire.OrderWire;
import reprise.simulation.alpaca.wire.RequestWire;

/** Orders and positions: what changes them, and orders to be read. Handlers run under the venue's lock. */
final class OrderRoutes {
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final int MULTI_STATUS = 207;
    private static final int OK = 200;

    private final Venue venue;
    private final OrderDesk desk;
    private final Faults faults;

    OrderRoutes(final Venue venue, final Faults faults) {
        this.venue = venue;
        this.faults = faults;
        desk = venue.desk();
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/v2/orders", this::submit),
                Route.of("GET", "/v2/orders", this::list),
                Route.of("DELETE", "/v2/orders", request -> cancelAll()),
                Route.of("GET", "/v2/orders:by_client_order_id", this::byClientOrderId),
                Route.of("GET", "/v2/orders/{}", this::byId),
                Route.of("PATCH", "/v2/orders/{}", this::replace),
                Route.of("DELETE", "/v2/orders/{}", this::cancel),
                Route.of("DELETE", "/v2/positions", this::closeAll),
                Route.of("DELETE", "/v2/positions/{}", this::close));
    }

    private Reply submit(final Request request) {
        final Order order = desk.submit(RequestWire.order(request.json()));
        if (faults.take(FaultKind.FILL_FIRST, "POST").isPresent()) {
            final Map<String, Object> taken = OrderWire.order(order, true);
            desk.route(order);
            return Reply.ok(taken);
        }
        return Reply.ok(OrderWire.order(order, true), () -> desk.route(order));
    }

    private Reply list(final Request request) {
        return Reply.ok(new OrderQuery(request)
                .select(venue.orders().all()).stream()
                        .map(order -> OrderWire.order(order, request.isTrue("nested")))
                        .toList());
    }

    private Reply byId(final Request request) {
        return Reply.ok(OrderWire.order(find(request), request.isTrue("nested")));
    }

    private Reply byClientOrderId(final Request request) {
        final String id = request.query("client_order_id", "");
        final Order order =
                venue.orders().findByClientOrderId(id).orElseThrow(() -> Refusal.notFound("order not found for " + id));
        return Reply.ok(OrderWire.order(order, request.isTrue("nested")));
    }

    private Order find(final Request request) {
        return venue.orders()
                .find(request.part(0))
                .orElseThrow(() -> Refusal.notFound("order not found for " + request.part(0)));
    }

    private Reply replace(final Request request) {
        final Order order = desk.requestReplace(find(request), RequestWire.replace(request.json()));
        final Map<String, Object> taken = OrderWire.order(order, true);
        if (faults.take(FaultKind.PATCH_ERROR, request.method() + " " + request.path())
                .isPresent()) {
            return Reply.ok(null, () -> desk.completeReplace(order))
                    .answering(HttpApi.SERVER_ERROR, HttpApi.serverError());
        }
        return Reply.ok(taken, () -> desk.completeReplace(order));
    }

    private Reply cancel(final Request request) {
        final Order order = find(request);
        desk.requestCancel(order);
        if (faults.take(FaultKind.CANCEL_FILLS, request.method() + " " + request.path())
                .isPresent()) {
            return Reply.noContent(() -> desk.fillInsteadOfCancel(order));
        }
        return Reply.noContent(() -> desk.completeCancel(order));
    }

    private Reply cancelAll() {
        final List<Object> results = new ArrayList<>();
        final List<Order> cancelled = new ArrayList<>();
        for (final Order order : venue.orders().open()) {
            results.add(result(order, cancelled));
        }
        return Reply.ok(null, () -> cancelled.forEach(desk::completeCancel)).answering(MULTI_STATUS, results);
    }

    private Map<String, Object> result(final Order order, final List<Order> cancelled) {
        final Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", order.id().toString());
        try {
            desk.requestCancel(order);
            cancelled.add(order);
            result.put("status", OK);
        } catch (final Refusal e) {
            result.put("status", e.status());
            result.put("body", e.body());
        }
        return result;
    }

    private Reply close(final Request request) {
        final Asset asset = venue.market()
                .assetOfPosition(request.part(0))
                .orElseThrow(() -> Refusal.notFound("position does not exist"));
        final Order order = venue.close(asset, quantityToClose(request, asset));
        return Reply.ok(OrderWire.order(order, true), () -> desk.route(order));
    }

    private BigDecimal quantityToClose(final Request request, final Asset asset) {
        final BigDecimal quantity = request.decimal("qty");
        final BigDecimal percentage = request.decimal("percentage");
        if (quantity != null && percentage != null) {
            throw Refusal.unprocessable("only one of qty and percentage is accepted");
        }
        if (percentage == null) {
            return quantity;
        }
        if (percentage.signum() <= 0 || percentage.compareTo(HUNDRED) > 0) {
            throw Refusal.unprocessable("percentage must be above 0 and at most 100");
        }
        final BigDecimal share = venue.books()
                .position(asset)
                .quantity()
                .abs()
                .multiply(percentage)
                .movePointLeft(2);
        return share.setScale(Math.min(9, Math.max(0, share.stripTrailingZeros().scale())), RoundingMode.DOWN);
    }

    private Reply closeAll(final Request request) {
        final List<Order> cancelled = new ArrayList<>();
        if (request.isTrue("cancel_orders")) {
            for (final Order order : venue.orders().open()) {
                result(order, cancelled);
            }
            cancelled.forEach(desk::completeCancel);
        }
        final List<Object> results = new ArrayList<>();
        final List<Order> closing = new ArrayList<>();
        for (final Asset asset : venue.market().assets()) {
            if (venue.books().position(asset).quantity().signum() != 0) {
                results.add(closeResult(asset, closing));
            }
        }
        return Reply.ok(null, () -> closing.forEach(desk::route)).answering(MULTI_STATUS, results);
    }

    private Map<String, Object> closeResult(final Asset asset, final List<Order> closing) {
        final Map<String, Object> result = new LinkedHashMap<>();
        result.put("symbol", asset.positionSymbol());
        try {
            final Order order = venue.close(asset, null);
            closing.add(order);
            result.put("status", OK);
            result.put("body", OrderWire.order(order, true));
        } catch (final Refusal e) {
            result.put("status", e.status());
            result.put("body", e.body());
        }
        return result;
    }
}
