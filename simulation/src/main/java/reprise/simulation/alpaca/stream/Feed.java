package reprise.simulation.alpaca.stream;

import java.time.Instant;
import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.TradingDays;

/** Which data a market data stream carries. */
enum Feed {
    /** One exchange's prices; free. */
    IEX("/v2/iex"),
    /** All exchanges' prices; to be paid for. */
    SIP("/v2/sip"),
    /** The same a quarter of an hour late. */
    DELAYED_SIP("/v2/delayed_sip"),
    /** The hours from eight in the evening to four in the morning. */
    OVERNIGHT("/v2/overnight"),
    /** One made-up stock, for tests of the connection. */
    TEST("/v2/test"),
    /** Pairs. */
    CRYPTO("/v1beta3/crypto/us");

    /** What the test stream trades. */
    static final Asset FAKE = Asset.equity("FAKEPACA");

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime MORNING = LocalTime.of(4, 0);

    private final String path;

    Feed(final String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    boolean isCrypto() {
        return this == CRYPTO;
    }

    long delayNs() {
        return this == DELAYED_SIP ? TimeUnit.MINUTES.toNanos(15) : 0;
    }

    /** Whether it carries an asset at a time. */
    boolean carries(final Asset asset, final long timeNs) {
        if (asset.isCrypto() != isCrypto()) {
            return false;
        }
        if (this != OVERNIGHT) {
            return true;
        }
        final LocalTime time = LocalTime.ofInstant(Instant.ofEpochSecond(0, timeNs), TradingDays.NEW_YORK);
        return !time.isBefore(EVENING) || time.isBefore(MORNING);
    }
}
