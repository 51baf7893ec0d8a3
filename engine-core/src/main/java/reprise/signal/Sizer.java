package reprise.signal;

/** A rule of how much to trade. Immutable and pure; in exact integer arithmetic where money is concerned; allocates nothing. */
public interface Sizer {
    /**
     * Says how much the rule wants. It begins the sizing; the caller may add caps of its own and then closes it.
     *
     * @param input what is to be sized.
     * @param sizing receives the size.
     */
    void size(SizingInput input, Sizing sizing);
}
