package reprise.app.config;

import reprise.alpaca.AlpacaCapabilities;
import reprise.market.InstrumentDefinition;

/** What can be ordered of an instrument where its configuration does not say, by the venue that it trades at. */
enum InstrumentDefaults {
    /** At the simulated venue: everything. */
    ALL {
        @Override
        int orderTypes(final String symbol) {
            return InstrumentDefinition.ALL;
        }

        @Override
        int timesInForce(final String symbol) {
            return InstrumentDefinition.ALL;
        }

        @Override
        boolean isShortable(final String symbol) {
            return true;
        }
    },

    /** At Alpaca: what it has for stocks, and for crypto. */
    ALPACA {
        @Override
        int orderTypes(final String symbol) {
            return AlpacaCapabilities.orderTypes(symbol);
        }

        @Override
        int timesInForce(final String symbol) {
            return AlpacaCapabilities.timesInForce(symbol);
        }

        @Override
        boolean isShortable(final String symbol) {
            return AlpacaCapabilities.isShortable(symbol);
        }
    };

    /** Bit n for the type of ordinal n. */
    abstract int orderTypes(String symbol);

    /** Bit n for the time in force of ordinal n. */
    abstract int timesInForce(String symbol);

    /** Whether it may be sold short. */
    abstract boolean isShortable(String symbol);
}
