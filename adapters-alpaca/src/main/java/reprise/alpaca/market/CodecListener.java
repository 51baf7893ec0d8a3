package reprise.alpaca.market;

/** Hears of a stream what is no event: what is agreed on it, and what is wrong with it. */
public interface CodecListener {
    /**
     * A message about the stream itself.
     *
     * @param bytes holding it; valid only during this call.
     * @param start at which the JSON object begins.
     * @param length of it, in bytes.
     * @return whether it is of a known type.
     */
    boolean onControl(byte[] bytes, int start, int length);

    /**
     * Something is wrong. Called the first time, and then each time that it happened twice as often; not in between.
     *
     * @param problem what.
     * @param count how often so far.
     * @param bytes holding the message or frame; valid only during this call.
     * @param start at which it begins.
     * @param length of it, in bytes.
     */
    void onProblem(Problem problem, long count, byte[] bytes, int start, int length);
}
