package reprise.signal;

/** The same size every time. */
public final class FixedSizer implements Sizer {
    private final long quantity;
    private final long notional;

    private FixedSizer(final long quantity, final long notional) {
        if (quantity + notional <= 0) {
            throw new IllegalArgumentException("a fixed size must be positive: " + (quantity + notional));
        }
        this.quantity = quantity;
        this.notional = notional;
    }

    /**
     * Always one quantity.
     *
     * @param quantity in quantity units, positive.
     * @return the sizer.
     */
    public static FixedSizer ofQuantity(final long quantity) {
        return new FixedSizer(quantity, 0);
    }

    /**
     * Always one amount.
     *
     * @param notional in money units, positive.
     * @return the sizer.
     */
    public static FixedSizer ofNotional(final long notional) {
        return new FixedSizer(0, notional);
    }

    @Override
    public void size(final SizingInput input, final Sizing sizing) {
        if (quantity > 0) {
            sizing.begin(input, quantity);
        } else {
            sizing.beginWithNotional(input, notional);
        }
    }
}
