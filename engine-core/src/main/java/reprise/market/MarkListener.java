package reprise.market;

/** Told when the price changes by which an instrument is valued, before anybody else can read the new value of a position in it. */
@FunctionalInterface
public interface MarkListener {
    /** Tells nobody. */
    MarkListener NONE = instrument -> {};

    /**
     * The mark price changed.
     *
     * @param instrument that has it.
     */
    void onMark(Instrument instrument);
}
