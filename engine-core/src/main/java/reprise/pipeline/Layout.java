package reprise.pipeline;

/** How the stages are spread over threads. Replay cannot tell the layouts apart. */
public enum Layout {
    /** Fused below four available processors, pipelined from four on. */
    AUTO,
    /** One thread for all stages. */
    FUSED,
    /** One thread for each stage. */
    PIPELINED;

    /** Below this, three spinning threads wait for time slices and a hop costs milliseconds instead of a microsecond. */
    private static final int MIN_PROCESSORS_FOR_PIPELINED = 4;

    /**
     * Decides {@link #AUTO}.
     *
     * @param availableProcessors of this machine.
     * @return FUSED or PIPELINED.
     */
    public Layout resolve(final int availableProcessors) {
        if (this != AUTO) {
            return this;
        }
        return availableProcessors < MIN_PROCESSORS_FOR_PIPELINED ? FUSED : PIPELINED;
    }
}
