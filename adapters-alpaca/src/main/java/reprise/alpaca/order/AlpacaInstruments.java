package reprise.alpaca.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reprise.market.InstrumentDefinition;

/**
 * The instruments of the run that trade at Alpaca, found by any of the names that Alpaca uses: positions and older messages write pairs of
 * crypto without their slash. Any thread.
 */
public final class AlpacaInstruments {
    private final Map<Integer, InstrumentDefinition> byId = new HashMap<>();
    private final List<InstrumentDefinition> definitions = new ArrayList<>();
    private final List<String> symbols = new ArrayList<>();
    private final List<String> shortSymbols = new ArrayList<>();

    /**
     * Of all instruments, those of one venue.
     *
     * @param venueId of Alpaca.
     * @param instruments of the run.
     */
    public AlpacaInstruments(final int venueId, final List<InstrumentDefinition> instruments) {
        for (final InstrumentDefinition definition : instruments) {
            if (definition.venueId() == venueId) {
                byId.put(definition.instrumentId(), definition);
                definitions.add(definition);
                symbols.add(definition.symbol());
                shortSymbols.add(definition.symbol().replace("/", ""));
            }
        }
    }

    /**
     * Whether an instrument is a pair of crypto.
     *
     * @param definition of it.
     * @return true if its symbol has a slash.
     */
    public static boolean isCrypto(final InstrumentDefinition definition) {
        return definition.symbol().indexOf('/') > 0;
    }

    InstrumentDefinition get(final int instrumentId) {
        return byId.get(instrumentId);
    }

    List<InstrumentDefinition> all() {
        return definitions;
    }

    /** By symbol, with or without the slash; null if it is none of the run's. */
    InstrumentDefinition find(final CharSequence symbol) {
        if (symbol == null) {
            return null;
        }
        for (int i = 0; i < symbols.size(); i++) {
            if (symbols.get(i).contentEquals(symbol)) {
                return definitions.get(i);
            }
        }
        for (int i = 0; i < symbols.size(); i++) {
            if (shortSymbols.get(i).contentEquals(symbol)) {
                return definitions.get(i);
            }
        }
        return null;
    }
}
