package reprise.pipeline;

/** Hears that a part of a pipeline hangs, and that it goes on again. Called on a thread that no stage waits for. */
@FunctionalInterface
public interface StallListener {
    /** Nobody hears it. */
    StallListener NONE = notice -> {};

    /**
     * Something to be told to whoever runs the engine.
     *
     * @param notice one line, such as "the command log has not moved for 2 s: 3 commands wait".
     */
    void onNotice(String notice);
}
