package reprise.alpaca;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reprise.alpaca.json.FlatReader;
import reprise.alpaca.order.AlpacaInstruments;
import reprise.alpaca.rest.Priority;
import reprise.alpaca.rest.RestAnswer;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.order.OrderType;
import reprise.order.TimeInForce;

/** What Alpaca says of what it trades, and where the configuration says something else. For checks before a run; asks on the caller's thread. */
public final class AlpacaAssets implements AutoCloseable {
    private static final int CRYPTO_DECIMALS = 9;

    private final AlpacaRest rest;

    /**
     * Asks nothing yet.
     *
     * @param config how Alpaca is used.
     */
    public AlpacaAssets(final AlpacaConfig config) {
        rest = new AlpacaRest(config);
    }

    /**
     * An asset. What the venue did not say is empty, and no.
     *
     * @param symbol of it.
     * @param assetClass us_equity or crypto.
     * @param status active if it is listed.
     * @param tradable whether it may be traded.
     * @param fractionable whether parts of a share may be traded.
     * @param shortable whether it may be sold short.
     * @param minOrderSize smallest quantity of an order.
     * @param minTradeIncrement smallest step of a quantity.
     * @param priceIncrement smallest step of a price.
     */
    public record Asset(
            String symbol,
            String assetClass,
            String status,
            boolean tradable,
            boolean fractionable,
            boolean shortable,
            String minOrderSize,
            String minTradeIncrement,
            String priceIncrement) {}

    /**
     * Reads an asset.
     *
     * @param symbol such as AAPL or BTC/USD.
     * @return null if Alpaca has none of that name.
     * @throws AlpacaUnavailableException if it could not be asked.
     */
    public Asset read(final String symbol) {
        final RestAnswer answer = rest.trading().get("/v2/assets/" + symbol.replace("/", "%2F"), Priority.ORDERS);
        if (answer.isNotFound()) {
            return null;
        }
        final List<Map<String, String>> objects = answer.isDone() ? FlatReader.read(answer.body()) : null;
        if (objects == null || objects.size() != 1) {
            throw AlpacaUnavailableException.of("asset " + symbol, answer);
        }
        final Map<String, String> fields = objects.get(0);
        return new Asset(
                fields.getOrDefault("symbol", symbol),
                fields.getOrDefault("class", ""),
                fields.getOrDefault("status", ""),
                Boolean.parseBoolean(fields.get("tradable")),
                Boolean.parseBoolean(fields.get("fractionable")),
                Boolean.parseBoolean(fields.get("shortable")),
                fields.getOrDefault("min_order_size", ""),
                fields.getOrDefault("min_trade_increment", ""),
                fields.getOrDefault("price_increment", ""));
    }

    /**
     * Where an instrument's configuration and the venue do not agree.
     *
     * @param instrument as it is configured.
     * @return sentences that name the instrument and say what to write; empty if all is well.
     * @throws AlpacaUnavailableException if the venue could not be asked.
     */
    public List<String> findings(final InstrumentDefinition instrument) {
        return findings(instrument, read(instrument.symbol()));
    }

    static List<String> findings(final InstrumentDefinition instrument, final Asset asset) {
        final List<String> findings = new ArrayList<>();
        final String name = instrument.symbol() + ": ";
        if (asset == null) {
            return List.of(name + "Alpaca has no such asset; write pairs of crypto with a slash, such as BTC/USD");
        }
        if (!asset.tradable || !"active".equals(asset.status)) {
            findings.add(name + "does not trade at Alpaca now (status " + asset.status + "); take it out");
        }
        if (instrument.shortable() && !asset.shortable) {
            findings.add(name + "cannot be sold short at Alpaca; write shortable: false");
        }
        if (AlpacaInstruments.isCrypto(instrument)) {
            addCrypto(findings, instrument, asset);
        } else {
            addStock(findings, instrument, asset);
        }
        return findings;
    }

    private static void addStock(
            final List<String> findings, final InstrumentDefinition instrument, final Asset asset) {
        final String name = instrument.symbol() + ": ";
        final BigDecimal tick = BigDecimal.valueOf(instrument.tickSize(), instrument.priceDecimals());
        if (tick.remainder(new BigDecimal("0.01")).signum() != 0) {
            findings.add(name + "stocks from 1 dollar on have a tick of 0.01, and " + tick.toPlainString()
                    + " is configured; write tick: 0.01");
        }
        if (instrument.priceDecimals() < 4) {
            findings.add(name + "fills may have parts of a cent, which are rounded; write priceDecimals: 4");
        }
        if (!asset.fractionable && instrument.lotSize() % Decimals.powerOfTen(instrument.quantityDecimals()) != 0) {
            findings.add(name + "only whole shares trade at Alpaca; write lot: 1");
        }
        addUnsupported(findings, instrument, List.of(OrderType.LIMIT_MAKER), List.of());
    }

    private static void addCrypto(
            final List<String> findings, final InstrumentDefinition instrument, final Asset asset) {
        addStep(
                findings,
                instrument.symbol(),
                "tick",
                instrument.tickSize(),
                instrument.priceDecimals(),
                asset.priceIncrement);
        addStep(
                findings,
                instrument.symbol(),
                "lot",
                instrument.lotSize(),
                instrument.quantityDecimals(),
                asset.minTradeIncrement);
        if (instrument.quantityDecimals() < CRYPTO_DECIMALS) {
            findings.add(instrument.symbol() + ": fills and fees have " + CRYPTO_DECIMALS
                    + " decimals; write quantityDecimals: " + CRYPTO_DECIMALS);
        }
        addUnsupported(
                findings,
                instrument,
                List.of(OrderType.STOP, OrderType.TRAILING_STOP, OrderType.LIMIT_MAKER),
                List.of(TimeInForce.DAY, TimeInForce.OPG, TimeInForce.CLS));
    }

    private static void addStep(
            final List<String> findings,
            final String symbol,
            final String key,
            final long step,
            final int decimals,
            final String increment) {
        final BigDecimal configured = BigDecimal.valueOf(step, decimals);
        try {
            if (!increment.isEmpty()
                    && configured.remainder(new BigDecimal(increment)).signum() != 0) {
                findings.add(symbol + ": the " + key + " " + configured.toPlainString()
                        + " is no multiple of Alpaca's; write " + key + ": " + increment);
            }
        } catch (final ArithmeticException | NumberFormatException notAStep) {
            findings.add(symbol + ": Alpaca's " + key + " could not be read: " + increment);
        }
    }

    private static void addUnsupported(
            final List<String> findings,
            final InstrumentDefinition instrument,
            final List<OrderType> types,
            final List<TimeInForce> times) {
        for (final OrderType type : types) {
            if ((instrument.orderTypes() >> type.ordinal() & 1) != 0) {
                findings.add(instrument.symbol() + ": Alpaca has no orders of type " + word(type.name())
                        + " for it; leave it out of orderTypes");
            }
        }
        for (final TimeInForce time : times) {
            if ((instrument.timesInForce() >> time.ordinal() & 1) != 0) {
                findings.add(instrument.symbol() + ": Alpaca has no time in force " + word(time.name())
                        + " for it; leave it out of timesInForce");
            }
        }
    }

    private static String word(final String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Ends its connections. */
    @Override
    public void close() {
        rest.close();
    }
}
