package reprise.alpaca.market;

import java.util.List;
import java.util.function.LongPredicate;

/**
 * What is said on one market data stream. Its text never shows the secret.
 *
 * @param name of the stream, in notices.
 * @param keyId the key's name.
 * @param secret the key.
 * @param channels that are subscribed to, for every instrument.
 * @param isOpen whether data is expected at a time, in epoch nanoseconds; from any thread.
 * @param followsMarket whether the venue's time may run faster than ours, so that it is at least what the market told last.
 */
public record SessionSettings(
        String name, String keyId, String secret, List<String> channels, LongPredicate isOpen, boolean followsMarket) {
    @Override
    public String toString() {
        return "SessionSettings[" + name + ", key " + keyId + ", " + channels + "]";
    }
}
