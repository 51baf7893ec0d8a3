package reprise.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reprise.market.Instrument;
import reprise.state.StateExchange;

/**
 * The currencies of the account by dense id, in the order in which they were first named; the first one is the account's own. An amount in
 * another currency is valued at the mark price of the first instrument that quotes the two against each other, either way round. While
 * there is no such instrument or no price it is not valued: it stays in its ledger, is counted by {@link #unvalued}, and is never part of
 * a sum in the account's currency. Allocates only when a currency is named first.
 */
final class Currencies {
    private CurrencyLedger[] ledgers = {};
    private final List<Instrument> instruments = new ArrayList<>();

    /** The id of a currency, which is new when it is named first. */
    int idOf(final String name) {
        final int found = find(name);
        if (found >= 0) {
            return found;
        }
        ledgers = Arrays.copyOf(ledgers, ledgers.length + 1);
        ledgers[ledgers.length - 1] = new CurrencyLedger(name);
        for (int i = 0; i < instruments.size(); i++) {
            findRate(instruments.get(i));
        }
        return ledgers.length - 1;
    }

    /** The id of a currency, or -1 if it was never named. */
    int find(final String name) {
        for (int id = 0; id < ledgers.length; id++) {
            if (ledgers[id].name().equals(name)) {
                return id;
            }
        }
        return -1;
    }

    /** Names the quote currency of an instrument and returns its id. */
    int define(final Instrument instrument) {
        final int id = idOf(instrument.definition().quoteCurrency());
        instruments.add(instrument);
        findRate(instrument);
        return id;
    }

    private void findRate(final Instrument instrument) {
        final String own = ledgers[0].name();
        final String base = instrument.definition().baseCurrency();
        final String quote = instrument.definition().quoteCurrency();
        for (int id = 1; id < ledgers.length; id++) {
            final CurrencyLedger ledger = ledgers[id];
            if (!ledger.hasRate() && ledger.name().equals(base) && quote.equals(own)) {
                ledger.rate(instrument, false);
            } else if (!ledger.hasRate() && ledger.name().equals(quote) && base.equals(own)) {
                ledger.rate(instrument, true);
            }
        }
    }

    CurrencyLedger get(final int id) {
        return ledgers[id];
    }

    int count() {
        return ledgers.length;
    }

    boolean isValued(final int id) {
        return id == 0 || ledgers[id].isRateKnown();
    }

    /** How many currencies cannot be valued now. */
    int unvalued() {
        int count = 0;
        for (int id = 1; id < ledgers.length; id++) {
            count += ledgers[id].isRateKnown() ? 0 : 1;
        }
        return count;
    }

    /** An amount in the account's currency; 0 where it cannot be valued. */
    long valueOf(final int id, final long amount) {
        if (id == 0 || amount == 0) {
            return amount;
        }
        return ledgers[id].isRateKnown() ? ledgers[id].rated(amount) : 0;
    }

    /** Whether an instrument is a rate by which a currency is valued. */
    boolean isRate(final Instrument instrument) {
        for (int id = 1; id < ledgers.length; id++) {
            if (ledgers[id].isRatedBy(instrument)) {
                return true;
            }
        }
        return false;
    }

    /** Carries all currencies in the order in which they were named; rates are found anew. */
    void exchange(final StateExchange state) {
        final int count = state.field("currencies", ledgers.length);
        if (state.isRestoring()) {
            ledgers = new CurrencyLedger[0];
        }
        for (int id = 0; id < count; id++) {
            final String name = state.field("currency", state.isRestoring() ? "" : ledgers[id].name());
            get(idOf(name)).exchange(state);
        }
    }
}
