package reprise.pipeline;

/**
 * How the stages run on rings.
 *
 * @param layout how they are spread over threads.
 * @param waitPolicy how they wait.
 * @param inputRingSize slots of the input ring, a power of two.
 * @param outputRingSize slots of the output ring, a power of two.
 * @param conflateQuotes whether a publisher that finds the input ring more than half full keeps only the newest quote of each instrument
 *     until there is room; nothing but quotes is ever kept back.
 */
public record PipelineConfig(
        Layout layout, WaitPolicy waitPolicy, int inputRingSize, int outputRingSize, boolean conflateQuotes) {
    /** Usual size of both rings. */
    public static final int DEFAULT_RING_SIZE = 1 << 14;

    /** Largest size of a ring: one block of memory must hold its slots. */
    public static final int MAX_RING_SIZE = 1 << 20;

    /** Checks the sizes. */
    public PipelineConfig {
        requirePowerOfTwo("inputRingSize", inputRingSize);
        requirePowerOfTwo("outputRingSize", outputRingSize);
    }

    /**
     * Every quote is published.
     *
     * @param layout how they are spread over threads.
     * @param waitPolicy how they wait.
     * @param inputRingSize slots of the input ring, a power of two.
     * @param outputRingSize slots of the output ring, a power of two.
     */
    public PipelineConfig(
            final Layout layout, final WaitPolicy waitPolicy, final int inputRingSize, final int outputRingSize) {
        this(layout, waitPolicy, inputRingSize, outputRingSize, false);
    }

    private static void requirePowerOfTwo(final String name, final int size) {
        if (size < 2 || size > MAX_RING_SIZE || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(
                    name + " must be a power of two from 2 to " + MAX_RING_SIZE + ": " + size);
        }
    }
}
