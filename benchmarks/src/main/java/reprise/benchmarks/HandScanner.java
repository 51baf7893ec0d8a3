package reprise.benchmarks;

import reprise.market.Aggressor;
import reprise.message.EventPublisher;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;

/**
 * The least that decoding one of Alpaca's trades, quotes, bars or fills of one instrument can take: keys in the order in which they come, two
 * decimals, no check of anything.
 */
final class HandScanner {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MINUTE_NS = 60 * SECOND_NS;
    private static final int EVENT_AT = "{\"stream\":\"trade_updates\",\"data\":{\"event\":\"".length();

    private final EventPublisher events;
    private byte[] bytes;
    private int at;

    HandScanner(final EventPublisher events) {
        this.events = events;
    }

    void decode(final byte[] frame, final int length) {
        bytes = frame;
        switch (frame[7]) {
            case 't' -> trade();
            case 'q' -> quote();
            default -> bar();
        }
    }

    private void trade() {
        at = 20;
        final long price = number('p', 2);
        final long size = number('s', 0);
        events.onTrade(0, time('t'), price, size, Aggressor.UNKNOWN);
    }

    private void quote() {
        at = 20;
        final long bid = number('p', 2);
        final long bidSize = number('s', 0);
        final long ask = number('p', 2);
        final long askSize = number('s', 0);
        events.onQuote(0, time('t'), bid, bidSize, ask, askSize);
    }

    private void bar() {
        at = 18;
        final long open = number('o', 2);
        final long high = number('h', 2);
        final long low = number('l', 2);
        final long close = number('c', 2);
        final long volume = number('v', 0);
        events.onBar(0, time('t') + MINUTE_NS, MINUTE_NS, open, high, low, close, volume);
    }

    /** A fill of a part, in quotes all of it; the id of the order is what follows a dash in its name. */
    void decodeFill(final byte[] frame) {
        bytes = frame;
        at = EVENT_AT;
        final long price = text('e', 4);
        final long quantity = text('y', 0);
        text('y', 0);
        final long timeNs = time('p');
        seek('d');
        seek('d');
        while (bytes[at] != '-') {
            at++;
        }
        at++;
        final long orderId = digits(0);
        text('y', 0);
        final long filled = text('y', 0);
        events.at(timeNs)
                .onOrderPartiallyFilled(orderId, filled, timeNs, price, quantity, 0, FeeAsset.QUOTE, Liquidity.UNKNOWN);
    }

    /** Goes behind the next key that ends with a letter. */
    private void seek(final char letter) {
        int i = at;
        while (bytes[i] != letter || bytes[i + 1] != '"' || bytes[i + 2] != ':') {
            i++;
        }
        at = i + 3;
    }

    private long text(final char letter, final int decimals) {
        seek(letter);
        at++;
        return digits(decimals);
    }

    /** The number after the next key that ends with a letter. */
    private long number(final char letter, final int decimals) {
        seek(letter);
        return digits(decimals);
    }

    private long digits(final int decimals) {
        int i = at;
        long value = 0;
        int missing = decimals;
        boolean fraction = false;
        for (byte c = bytes[i]; c >= '0' && c <= '9' || c == '.'; c = bytes[++i]) {
            if (c == '.') {
                fraction = true;
            } else {
                value = value * 10 + c - '0';
                missing -= fraction ? 1 : 0;
            }
        }
        for (; missing > 0; missing--) {
            value *= 10;
        }
        at = i;
        return value;
    }

    private long time(final char letter) {
        seek(letter);
        int i = at + 1;
        final long days = days(pair(i) * 100 + pair(i + 2), pair(i + 5), pair(i + 8));
        final long seconds = days * 86_400 + pair(i + 11) * 3600L + pair(i + 14) * 60L + pair(i + 17);
        long nanos = 0;
        if (bytes[i + 19] == '.') {
            int digits = 9;
            for (i += 20; bytes[i] != 'Z'; i++) {
                nanos = nanos * 10 + bytes[i] - '0';
                digits--;
            }
            for (; digits > 0; digits--) {
                nanos *= 10;
            }
        }
        at = i;
        return seconds * SECOND_NS + nanos;
    }

    private int pair(final int i) {
        return (bytes[i] - '0') * 10 + bytes[i + 1] - '0';
    }

    private static long days(final int year, final int month, final int day) {
        final int y = month <= 2 ? year - 1 : year;
        final int shifted = (month + 9) % 12;
        return 365L * y + y / 4 - y / 100 + y / 400 + (shifted * 306 + 5) / 10 + day - 1 - 719_468;
    }
}
