package reprise.simulation.alpaca.wire;

import static reprise.simulation.alpaca.wire.OrderWire.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reprise.simulation.alpaca.account.Books;
import reprise.simulation.alpaca.account.Numbers;
import reprise.simulation.alpaca.account.Position;
import reprise.simulation.alpaca.account.Venue;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Bar;
import reprise.simulation.alpaca.market.TradingDays;

/** Account, positions and assets as messages have them. Stateless; to be called under the venue's lock. */
public final class AccountWire {
    private static final String ACCOUNT_ID =
            UUID.nameUUIDFromBytes(new byte[] {1}).toString();

    private AccountWire() {}

    /**
     * The account.
     *
     * @param venue whose account.
     * @param createdNs when it began.
     * @return every field of the present form.
     */
    public static Map<String, Object> account(final Venue venue, final long createdNs) {
        final Books books = venue.books();
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", ACCOUNT_ID);
        fields.put("account_number", "PALOCAL00001");
        fields.put("admin_configurations", Map.of());
        fields.put("user_configurations", null);
        fields.put("status", books.terms().standing().status());
        fields.put("crypto_status", "ACTIVE");
        fields.put("crypto_tier", 1);
        fields.put("options_approved_level", 0);
        fields.put("options_trading_level", 0);
        fields.put("currency", "USD");
        putMoney(fields, venue, books);
        fields.put("multiplier", Integer.toString(books.terms().multiplier()));
        fields.put("sma", cents(books.equity()));
        fields.put("accrued_fees", "0");
        fields.put("pending_reg_taf_fees", "0");
        fields.put("intraday_adjustments", "0");
        fields.put("pending_transfer_in", "0");
        fields.put("pending_transfer_out", "0");
        fields.put("trading_blocked", books.terms().standing().tradingBlocked());
        fields.put("transfers_blocked", false);
        fields.put("account_blocked", books.terms().standing().accountBlocked());
        fields.put("trade_suspended_by_user", books.terms().standing().suspendedByUser());
        fields.put("shorting_enabled", books.terms().shorting());
        fields.put("created_at", Stamps.utc(createdNs));
        fields.put(
                "balance_asof",
                TradingDays.date(venue.market().nowNs(), TradingDays.NEW_YORK)
                        .minusDays(1)
                        .toString());
        return fields;
    }

    private static void putMoney(final Map<String, Object> fields, final Venue venue, final Books books) {
        final String buyingPower = cents(venue.funds().buyingPower());
        fields.put("cash", text(books.cash()));
        fields.put("equity", cents(books.equity()));
        fields.put("portfolio_value", cents(books.equity()));
        fields.put("last_equity", cents(books.lastEquity()));
        fields.put("buying_power", buyingPower);
        fields.put("effective_buying_power", buyingPower);
        fields.put("regt_buying_power", buyingPower);
        fields.put("options_buying_power", cents(venue.funds().cashBuyingPower()));
        fields.put("non_marginable_buying_power", cents(venue.funds().cashBuyingPower()));
        fields.put("initial_margin", cents(books.initialMargin()));
        fields.put("maintenance_margin", cents(books.maintenanceMargin()));
        fields.put("last_maintenance_margin", cents(books.lastMaintenance()));
        fields.put("long_market_value", cents(books.marketValue(1)));
        fields.put("short_market_value", cents(books.marketValue(-1)));
        fields.put("position_market_value", cents(books.exposure()));
    }

    private static String cents(final BigDecimal value) {
        return text(value.setScale(2, RoundingMode.HALF_EVEN));
    }

    /**
     * How the account is configured.
     *
     * @param venue whose account.
     * @return every field of the present form.
     */
    public static Map<String, Object> configurations(final Venue venue) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("no_shorting", !venue.books().terms().shorting());
        fields.put("suspend_trade", venue.books().terms().standing().suspendedByUser());
        fields.put("fractional_trading", true);
        fields.put(
                "max_margin_multiplier", Integer.toString(venue.books().terms().multiplier()));
        fields.put("trade_confirm_email", "all");
        fields.put("ptp_no_exception_entry", false);
        fields.put("max_options_trading_level", 0);
        fields.put("disable_overnight_trading", false);
        return fields;
    }

    /**
     * All positions.
     *
     * @param venue whose account.
     * @return one object each; none for what is flat.
     */
    public static List<Object> positions(final Venue venue) {
        return venue.market().assets().stream()
                .filter(asset -> venue.books().position(asset).quantity().signum() != 0)
                .<Object>map(asset -> position(venue, asset))
                .toList();
    }

    /**
     * A position.
     *
     * @param venue whose account.
     * @param asset of a position that is not flat.
     * @return every field; pairs without their slash.
     */
    public static Map<String, Object> position(final Venue venue, final Asset asset) {
        final Position position = venue.books().position(asset);
        final BigDecimal price = or(venue.market().tape(asset).lastPrice(), position.averageEntry());
        final Bar before = venue.market().tape(asset).previousDay();
        final BigDecimal lastDay = before == null ? price : before.close();
        final BigDecimal cost = position.quantity().multiply(position.averageEntry());
        final BigDecimal value = position.quantity().multiply(price);
        final BigDecimal dayCost = position.isFromBefore() ? position.quantity().multiply(lastDay) : cost;
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("asset_id", asset.id().toString());
        fields.put("symbol", asset.positionSymbol());
        fields.put("exchange", asset.exchange());
        fields.put("asset_class", asset.assetClass().wireName());
        fields.put("asset_marginable", !asset.isCrypto());
        fields.put("qty", text(position.quantity()));
        fields.put("qty_available", text(venue.funds().available(asset)));
        fields.put("side", position.quantity().signum() > 0 ? "long" : "short");
        fields.put("avg_entry_price", text(position.averageEntry()));
        fields.put("market_value", text(value));
        fields.put("cost_basis", text(cost));
        fields.put("unrealized_pl", text(value.subtract(cost)));
        fields.put("unrealized_plpc", text(share(value.subtract(cost), cost)));
        fields.put("unrealized_intraday_pl", text(value.subtract(dayCost)));
        fields.put("unrealized_intraday_plpc", text(share(value.subtract(dayCost), dayCost)));
        fields.put("current_price", text(price));
        fields.put("lastday_price", text(lastDay));
        fields.put("change_today", text(share(price.subtract(lastDay), lastDay)));
        return fields;
    }

    private static BigDecimal or(final BigDecimal price, final BigDecimal otherwise) {
        return price == null ? otherwise : price;
    }

    private static BigDecimal share(final BigDecimal part, final BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : Numbers.divide(part, whole.abs());
    }

    /**
     * An asset.
     *
     * @param asset of the market's.
     * @return every field; steps for pairs only.
     */
    public static Map<String, Object> asset(final Asset asset) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", asset.id().toString());
        fields.put("class", asset.assetClass().wireName());
        fields.put("exchange", asset.exchange());
        fields.put("symbol", asset.symbol());
        fields.put("name", asset.symbol());
        fields.put("status", "active");
        fields.put("tradable", true);
        fields.put("marginable", !asset.isCrypto());
        fields.put("shortable", asset.shortable());
        fields.put("easy_to_borrow", asset.shortable());
        fields.put("fractionable", asset.fractionable());
        if (asset.isCrypto()) {
            fields.put("min_order_size", text(asset.minOrderSize()));
            fields.put("min_trade_increment", text(asset.minTradeIncrement()));
            fields.put("price_increment", text(asset.priceIncrement()));
        } else {
            fields.put("borrow_status", asset.shortable() ? "easy_to_borrow" : "hard_to_borrow");
            fields.put("margin_requirement_long", "30");
            fields.put("margin_requirement_short", "30");
        }
        fields.put("attributes", List.of());
        return fields;
    }
}
