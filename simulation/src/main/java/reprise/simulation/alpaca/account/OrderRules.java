package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Market;
import reprise.simulation.alpaca.market.MarketHours;
import reprise.simulation.alpaca.market.TradingDays;

/** What a request must be before anybody asks for money: form, prices and times. Refuses with an exception. */
final class OrderRules {
    static final int MAX_CLIENT_ORDER_ID = 128;

    private static final int MAX_QUANTITY_DECIMALS = 9;
    private static final int MAX_NOTIONAL_DECIMALS = 2;
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final LocalTime OPG_FROM = LocalTime.of(9, 28);
    private static final LocalTime CLS_FROM = LocalTime.of(15, 50);
    private static final LocalTime EVENING = LocalTime.of(19, 0);

    private final Market market;

    OrderRules(final Market market) {
        this.market = market;
    }

    void check(final OrderRequest request, final Asset asset) {
        checkQuantity(request, asset);
        checkPrices(request, asset);
        checkTimes(request, asset);
        if (request.clientOrderId() != null && request.clientOrderId().length() > MAX_CLIENT_ORDER_ID) {
            throw Refusal.unprocessable("client_order_id must be no more than " + MAX_CLIENT_ORDER_ID + " characters");
        }
        if (asset.isCrypto()) {
            checkCrypto(request, asset);
        } else if (isFraction(request)) {
            checkFraction(request, asset);
        }
    }

    private static boolean isFraction(final OrderRequest request) {
        return request.quantity() == null || !Numbers.isWhole(request.quantity());
    }

    private void checkQuantity(final OrderRequest request, final Asset asset) {
        if (request.quantity() == null == (request.notional() == null)) {
            throw Refusal.unprocessable(
                    request.quantity() == null
                            ? "qty or notional is required"
                            : "only one of qty or notional is accepted");
        }
        final BigDecimal amount = request.quantity() == null ? request.notional() : request.quantity();
        if (amount.signum() <= 0) {
            throw Refusal.unprocessable("qty must be > 0");
        }
        if (Numbers.decimals(amount) > MAX_QUANTITY_DECIMALS) {
            throw Refusal.unprocessable("qty may have at most " + MAX_QUANTITY_DECIMALS + " decimals");
        }
        if (request.notional() != null) {
            checkNotional(request, asset);
        }
    }

    private static void checkNotional(final OrderRequest request, final Asset asset) {
        if (request.type() != OrderType.MARKET) {
            throw Refusal.unprocessable("notional orders must be market orders");
        }
        if (!asset.isCrypto() && request.timeInForce() != TimeInForce.DAY) {
            throw Refusal.unprocessable("notional orders must be day orders");
        }
        if (request.notional().compareTo(BigDecimal.ONE) < 0) {
            throw Refusal.unprocessable("notional must be >= 1");
        }
        if (Numbers.decimals(request.notional()) > MAX_NOTIONAL_DECIMALS) {
            throw Refusal.unprocessable("notional may have at most " + MAX_NOTIONAL_DECIMALS + " decimals");
        }
    }

    private static void checkPrices(final OrderRequest request, final Asset asset) {
        final OrderPrices prices = request.prices();
        require(request.type().hasLimit(), prices.limit(), "limit_price", request.type());
        require(request.type().hasStop(), prices.stop(), "stop_price", request.type());
        if (request.type() == OrderType.TRAILING_STOP) {
            if (prices.trailPrice() == null == (prices.trailPercent() == null)) {
                throw Refusal.unprocessable("trailing_stop orders need one of trail_price and trail_percent");
            }
            requirePositive(prices.trailPrice(), "trail_price");
            requirePositive(prices.trailPercent(), "trail_percent");
        } else if (prices.trailPrice() != null || prices.trailPercent() != null) {
            throw Refusal.unprocessable(request.type().wireName() + " orders have no trail");
        }
        checkIncrement(prices.limit(), "limit_price", asset);
        checkIncrement(prices.stop(), "stop_price", asset);
        checkIncrement(request.takeProfit(), "take_profit.limit_price", asset);
        checkIncrement(request.stopLoss(), "stop_loss.stop_price", asset);
        checkIncrement(request.stopLossLimit(), "stop_loss.limit_price", asset);
    }

    private static void require(final boolean needed, final BigDecimal price, final String name, final OrderType type) {
        if (needed && price == null) {
            throw Refusal.unprocessable(type.wireName() + " orders require a " + name);
        }
        if (!needed && price != null) {
            throw Refusal.unprocessable(type.wireName() + " orders must not have a " + name);
        }
    }

    private static void requirePositive(final BigDecimal price, final String name) {
        if (price != null && price.signum() <= 0) {
            throw Refusal.unprocessable(name + " must be > 0");
        }
    }

    /** Stocks: cents from a dollar on, hundredths of a cent below; pairs: their own step. */
    static void checkIncrement(final BigDecimal price, final String name, final Asset asset) {
        if (price == null) {
            return;
        }
        requirePositive(price, name);
        if (asset.isCrypto()) {
            if (price.remainder(asset.priceIncrement()).signum() != 0) {
                throw Refusal.unprocessable(name + " must be a multiple of " + Numbers.plain(asset.priceIncrement()));
            }
        } else if (Numbers.decimals(price) > (price.compareTo(BigDecimal.ONE) >= 0 ? 2 : 4)) {
            throw Refusal.unprocessable("invalid " + name + " " + Numbers.plain(price)
                    + ". sub-penny increment does not fulfill minimum pricing criteria");
        }
    }

    private void checkTimes(final OrderRequest request, final Asset asset) {
        final TimeInForce time = request.timeInForce();
        if (request.extendedHours()
                && (request.type() != OrderType.LIMIT || time != TimeInForce.DAY && time != TimeInForce.GTC)) {
            throw Refusal.unprocessable("extended hours order must be DAY or GTC limit orders");
        }
        if (request.type() == OrderType.TRAILING_STOP && time != TimeInForce.DAY && time != TimeInForce.GTC) {
            throw Refusal.unprocessable("trailing_stop orders must be day or gtc");
        }
        if ((time == TimeInForce.OPG || time == TimeInForce.CLS) && !asset.isCrypto()) {
            checkAuction(request);
        }
    }

    private void checkAuction(final OrderRequest request) {
        if (request.type() != OrderType.MARKET && request.type() != OrderType.LIMIT) {
            throw Refusal.unprocessable("orders for an auction must be market or limit orders");
        }
        if (market.hours() == MarketHours.ALWAYS_OPEN) {
            throw Refusal.unprocessable("this market is always open and has no auction");
        }
        final LocalTime now = LocalTime.ofInstant(Instant.ofEpochSecond(0, market.nowNs()), TradingDays.NEW_YORK);
        final LocalTime from = request.timeInForce() == TimeInForce.OPG ? OPG_FROM : CLS_FROM;
        if (!now.isBefore(from) && now.isBefore(EVENING)) {
            throw Refusal.unprocessable(request.timeInForce().wireName() + " orders are not accepted from " + from
                    + " to " + EVENING + " Eastern time");
        }
    }

    private static void checkCrypto(final OrderRequest request, final Asset asset) {
        if (request.type() == OrderType.STOP || request.type() == OrderType.TRAILING_STOP) {
            throw Refusal.unprocessable("invalid order type for crypto order");
        }
        if (request.timeInForce() != TimeInForce.GTC && request.timeInForce() != TimeInForce.IOC) {
            throw Refusal.unprocessable("invalid crypto time_in_force");
        }
        if (request.orderClass() != OrderClass.SIMPLE) {
            throw Refusal.unprocessable("crypto orders not allowed for advanced order_class: "
                    + request.orderClass().wireName());
        }
        if (request.extendedHours()) {
            throw Refusal.unprocessable("crypto orders have no extended hours");
        }
        if (request.quantity() == null) {
            return;
        }
        if (request.quantity().compareTo(asset.minOrderSize()) < 0) {
            throw Refusal.unprocessable("minimal qty of order is " + Numbers.plain(asset.minOrderSize()));
        }
        if (request.quantity().remainder(asset.minTradeIncrement()).signum() != 0) {
            throw Refusal.unprocessable("qty must be a multiple of " + Numbers.plain(asset.minTradeIncrement()));
        }
    }

    private static void checkFraction(final OrderRequest request, final Asset asset) {
        if (!asset.fractionable()) {
            throw Refusal.forbidden("asset \"" + asset.symbol() + "\" is not fractionable");
        }
        if (request.timeInForce() != TimeInForce.DAY) {
            throw Refusal.unprocessable("fractional orders must be DAY orders");
        }
        if (request.type() == OrderType.TRAILING_STOP || request.orderClass() != OrderClass.SIMPLE) {
            throw Refusal.unprocessable("fractional orders must be simple market, limit, stop or stop_limit orders");
        }
    }

    /** The least distance of a stop from the price that it protects. */
    static BigDecimal cent() {
        return CENT;
    }
}
