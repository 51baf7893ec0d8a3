package reprise.alpaca.market;

import reprise.market.InstrumentStatus;

/** The status codes of the two plans that report American stocks: CTA with digits and letters to F, UTP with later letters. */
final class TradingStatus {
    private TradingStatus() {}

    /** What a code makes of an instrument, or null when it leaves it as it is. */
    static InstrumentStatus of(final byte code) {
        return switch (code) {
            // CTA: halt; UTP: halt, pause for volatility
            case '2', 'H', 'P' -> InstrumentStatus.HALTED;
            // CTA: resume; UTP: trading resumes
            case '3', 'T' -> InstrumentStatus.TRADING;
            // UTP: quoting resumes before trading does
            case 'Q' -> InstrumentStatus.AUCTION;
            default -> null;
        };
    }

    /** Whether a code is known to say something else: indications, imbalances, short sale restrictions. */
    static boolean isInformative(final byte code) {
        return code >= '5' && code <= '9' || code >= 'A' && code <= 'F';
    }
}
