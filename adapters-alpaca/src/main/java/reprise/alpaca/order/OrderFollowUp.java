package reprise.alpaca.order;

/** What is to be done later, elsewhere, because what was heard does not suffice. Called under the lock of the book; returns at once. */
interface OrderFollowUp {
    /**
     * Ask the venue for all of an order.
     *
     * @param order that something is not known of.
     * @param atOnce whether nothing can be told until then; otherwise the stream may yet bring what is missing.
     */
    void refresh(LiveOrder order, boolean atOnce);

    /** An order works for more than was asked for: bring it down to that. */
    void trim(LiveOrder order, long quantity);

    /** A message did not say whose order it is about. */
    void identify(String venueOrderId);

    /** An answer has shown what the stream should have told, and has not. */
    default void onShown() {}

    /** The user should know, though not a thousand times. */
    void notice(String text);
}
