package reprise.benchmarks;

import java.nio.charset.StandardCharsets;

/** Frames of Alpaca's stream as its socket hands them over, a trade each: prices and times go on from frame to frame. Allocates nothing once made. */
final class TickFrames {
    /** What all frames trade. */
    static final String SYMBOL = "AAPL";

    private static final String FRAME =
            "[{\"T\":\"t\",\"S\":\"AAPL\",\"i\":96921,\"x\":\"D\",\"p\":126.55,\"s\":100,\"c\":[\"@\",\"I\"],\"z\":\"C\","
                    + "\"t\":\"2026-02-23T15:51:44.208123456Z\"}]";
    private static final int CENTS_AT = FRAME.indexOf("126.55") + "126.".length();
    private static final int NANOS_AT = FRAME.indexOf("208123456Z");
    private static final int NANO_DIGITS = 9;

    private final byte[] frame = FRAME.getBytes(StandardCharsets.US_ASCII);

    /** The frame with a number; valid until the next one. */
    byte[] frame(final long number) {
        digits(CENTS_AT, 2, (int) (number * 7 % 100));
        digits(NANOS_AT, NANO_DIGITS, (int) (number * 1_000 % 1_000_000_000));
        return frame;
    }

    private void digits(final int at, final int count, final int value) {
        int rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            frame[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
