package reprise.message;

import java.util.HashMap;
import java.util.Map;
import reprise.market.InstrumentDefinition;

/**
 * What a printer must remember to print prices with their decimal point and money with its currency: the instruments defined so far, which
 * order is for which instrument, and the account's currency. Outside the core; allocates.
 */
public final class InstrumentScales {
    /** Stands for the scale of an instrument that was not defined: the unscaled number is printed. */
    public static final int UNKNOWN_DECIMALS = -1;

    private static final int UNKNOWN_INSTRUMENT = -1;

    private final Map<Integer, InstrumentDefinition> definitions = new HashMap<>();
    private final Map<Long, Integer> instrumentByOrder = new HashMap<>();
    private String accountCurrency = "";

    void define(final InstrumentDefinition definition) {
        definitions.put(definition.instrumentId(), definition);
    }

    /**
     * Remembers the instrument of an order.
     *
     * @param orderId names the order.
     * @param instrumentId what it trades.
     */
    public void orderOf(final long orderId, final int instrumentId) {
        instrumentByOrder.put(orderId, instrumentId);
    }

    /** The currency of the first report of the account is the one that everything is valued in. */
    void accountIn(final String currency) {
        if (accountCurrency.isEmpty()) {
            accountCurrency = currency;
        }
    }

    String accountCurrency() {
        return accountCurrency;
    }

    int instrumentOf(final long orderId) {
        return instrumentByOrder.getOrDefault(orderId, UNKNOWN_INSTRUMENT);
    }

    String symbol(final int instrumentId) {
        final InstrumentDefinition definition = definitions.get(instrumentId);
        return definition == null ? "#" + instrumentId : definition.symbol();
    }

    int priceDecimals(final int instrumentId) {
        final InstrumentDefinition definition = definitions.get(instrumentId);
        return definition == null ? UNKNOWN_DECIMALS : definition.priceDecimals();
    }

    int quantityDecimals(final int instrumentId) {
        final InstrumentDefinition definition = definitions.get(instrumentId);
        return definition == null ? UNKNOWN_DECIMALS : definition.quantityDecimals();
    }
}
