package reprise.simulation.alpaca.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import reprise.simulation.alpaca.account.Refusal;
import reprise.simulation.alpaca.account.Venue;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Bar;
import reprise.simulation.alpaca.market.Quote;
import reprise.simulation.alpaca.market.Tape;
import reprise.simulation.alpaca.market.Timeframe;
import reprise.simulation.alpaca.market.Trade;
import reprise.simulation.alpaca.wire.MarketWire;

/** History of prices, and the latest of them. Handlers run under the venue's lock. */
final class DataRoutes {
    private static final long RECENT_NS = TimeUnit.MINUTES.toNanos(15);
    private static final Pattern PAIR = Pattern.compile("[A-Z]+/[A-Z]+");

    private final Venue venue;
    private final boolean recentSip;

    /** With or without the right to recent prices of all exchanges. */
    DataRoutes(final Venue venue, final boolean recentSip) {
        this.venue = venue;
        this.recentSip = recentSip;
    }

    List<Route> routes() {
        final List<Route> routes = new ArrayList<>();
        for (final boolean crypto : new boolean[] {false, true}) {
            final String base = crypto ? "/v1beta3/crypto/us" : "/v2/stocks";
            routes.add(Route.of("GET", base + "/bars", request -> history(request, crypto, "bars", this::bars)));
            routes.add(Route.of("GET", base + "/trades", request -> history(request, crypto, "trades", trades())));
            routes.add(Route.of("GET", base + "/quotes", request -> history(request, crypto, "quotes", quotes())));
            routes.add(Route.of("GET", base + "/latest/bars", request -> latest(request, crypto, "bars", this::bar)));
            routes.add(Route.of(
                    "GET", base + "/latest/trades", request -> latest(request, crypto, "trades", this::trade)));
            routes.add(Route.of(
                    "GET", base + "/latest/quotes", request -> latest(request, crypto, "quotes", this::quote)));
            if (!crypto) {
                addOldNames(routes, base);
            }
        }
        routes.add(Route.of("GET", "/v2/stocks/snapshots", request -> snapshots(request)));
        routes.add(Route.of(
                "GET", "/v1beta3/crypto/us/snapshots", request -> latest(request, true, "snapshots", this::snapshot)));
        routes.add(Route.of(
                "GET",
                "/v1beta3/crypto/us/latest/orderbooks",
                request -> latest(request, true, "orderbooks", this::book)));
        return routes;
    }

    /** Stocks have their latest prices under the kind, pairs before it. */
    private void addOldNames(final List<Route> routes, final String base) {
        routes.add(Route.of("GET", base + "/bars/latest", request -> latest(request, false, "bars", this::bar)));
        routes.add(Route.of("GET", base + "/trades/latest", request -> latest(request, false, "trades", this::trade)));
        routes.add(Route.of("GET", base + "/quotes/latest", request -> latest(request, false, "quotes", this::quote)));
    }

    private List<Asset> assets(final Request request, final boolean crypto) {
        final List<String> symbols = request.list("symbols");
        if (symbols.isEmpty()) {
            throw Refusal.invalidBody("symbols is required");
        }
        final List<Asset> assets = new ArrayList<>();
        for (final String symbol : symbols) {
            if (crypto && !PAIR.matcher(symbol).matches()) {
                throw Refusal.invalidBody(
                        "code=400, message=invalid symbol: " + symbol + " does not match ^[A-Z]+/[A-Z]+$");
            }
            venue.market()
                    .asset(symbol)
                    .filter(asset -> asset.isCrypto() == crypto)
                    .ifPresent(assets::add);
        }
        return assets;
    }

    private Reply history(
            final Request request,
            final boolean crypto,
            final String name,
            final Function<Request, Function<Asset, List<Page.Point>>> kind) {
        final List<Asset> assets = assets(request, crypto);
        checkFeed(request, crypto);
        final Function<Asset, List<Page.Point>> points = kind.apply(request);
        return Reply.ok(new Page(request, venue.market().nowNs()).answer(name, assets, points));
    }

    private void checkFeed(final Request request, final boolean crypto) {
        final long endNs = request.time("end", venue.market().nowNs() - (recentSip ? 0 : RECENT_NS));
        if (!crypto
                && !recentSip
                && "sip".equals(request.query("feed", "iex"))
                && endNs > venue.market().nowNs() - RECENT_NS) {
            throw Refusal.forbidden("subscription does not permit querying recent SIP data");
        }
    }

    private Function<Asset, List<Page.Point>> bars(final Request request) {
        final Timeframe timeframe;
        try {
            timeframe = Timeframe.parse(request.query("timeframe", ""));
        } catch (final IllegalArgumentException e) {
            throw Refusal.invalidBody(e.getMessage());
        }
        return asset -> timeframe.of(venue.market().tape(asset).minutes(), asset).stream()
                .map(bar -> new Page.Point(bar.startNs(), () -> MarketWire.bar(bar)))
                .toList();
    }

    private Function<Request, Function<Asset, List<Page.Point>>> trades() {
        return request -> asset -> venue.market().tape(asset).trades().stream()
                .map(trade -> new Page.Point(trade.timeNs(), () -> MarketWire.trade(asset, trade)))
                .toList();
    }

    private Function<Request, Function<Asset, List<Page.Point>>> quotes() {
        return request -> asset -> venue.market().tape(asset).quotes().stream()
                .map(quote -> new Page.Point(quote.timeNs(), () -> MarketWire.quote(asset, quote)))
                .toList();
    }

    private Reply latest(
            final Request request,
            final boolean crypto,
            final String name,
            final Function<Asset, Map<String, Object>> value) {
        final Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(name, values(request, crypto, value));
        return Reply.ok(answer);
    }

    private Map<String, Object> values(
            final Request request, final boolean crypto, final Function<Asset, Map<String, Object>> value) {
        final Map<String, Object> values = new LinkedHashMap<>();
        for (final Asset asset : assets(request, crypto)) {
            final Map<String, Object> fields = value.apply(asset);
            if (fields != null) {
                values.put(asset.symbol(), fields);
            }
        }
        return values;
    }

    /** Of stocks the symbols are the names of the answer itself. */
    private Reply snapshots(final Request request) {
        return Reply.ok(values(request, false, this::snapshot));
    }

    private Map<String, Object> bar(final Asset asset) {
        final List<Bar> minutes = venue.market().tape(asset).minutes();
        return minutes.isEmpty() ? null : MarketWire.bar(minutes.get(minutes.size() - 1));
    }

    private Map<String, Object> trade(final Asset asset) {
        final Trade trade = venue.market().tape(asset).lastTrade();
        return trade == null ? null : MarketWire.trade(asset, trade);
    }

    private Map<String, Object> quote(final Asset asset) {
        final Quote quote = venue.market().tape(asset).lastQuote();
        return quote == null ? null : MarketWire.quote(asset, quote);
    }

    private Map<String, Object> book(final Asset asset) {
        final Quote quote = venue.market().tape(asset).lastQuote();
        if (quote == null) {
            return null;
        }
        final Map<String, Object> book = MarketWire.book(quote, null, quote.timeNs());
        book.remove("r");
        return book;
    }

    private Map<String, Object> snapshot(final Asset asset) {
        final Tape tape = venue.market().tape(asset);
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("latestTrade", trade(asset));
        fields.put("latestQuote", quote(asset));
        fields.put("minuteBar", bar(asset));
        fields.put("dailyBar", tape.day() == null ? null : MarketWire.bar(tape.day()));
        fields.put("prevDailyBar", tape.previousDay() == null ? null : MarketWire.bar(tape.previousDay()));
        return fields;
    }
}
