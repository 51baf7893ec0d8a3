package reprise.pipeline;

/**
 * How the stages run on rings.
 *
 * @param layout how they are spread over threads.
 * @param waitPolicy how they wait.
 * @param inputRingSize slots of the input ring, a power of two.
 * @param outputRingSize slots of the output ring, a power of two.
 */
public record PipelineConfig(Layout layout, WaitPolicy waitPolicy, int inputRingSize, int outputRingSize) {
    /** Usual size of both rings. */
    public static final int DEFAULT_RING_SIZE = 1 << 14;

    /** Largest size of a ring: one block of memory must hold its slots. */
    public static final int MAX_RING_SIZE = 1 << 20;

    /** Checks the sizes. */
    public PipelineConfig {
        requirePowerOfTwo("inputRingSize", inputRingSize);
        requirePowerOfTwo("outputRingSize", outputRingSize);
    }

    private static void requirePowerOfTwo(final String name, final int size) {
        if (size < 2 || size > MAX_RING_SIZE || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(
                    name + " must be a power of two from 2 to " + MAX_RING_SIZE + ": " + size);
        }
    }
}
