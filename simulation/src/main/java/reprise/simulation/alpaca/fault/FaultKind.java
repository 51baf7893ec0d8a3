package reprise.simulation.alpaca.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can go wrong. Its name on command lines is the constant's in small letters with hyphens. */
public enum FaultKind {
    /** A stream's connections end without a word. */
    DROP(When.AT_ONCE),
    /** The same, and for some time the dead connection counts: 406 for the next one. */
    HOLD_SLOT(When.AT_ONCE),
    /** A stream's connections stay, answer pings, and say nothing more; for a time, or for good. */
    SILENT(When.AT_ONCE),
    /** A stream's next message comes twice. */
    DUPLICATE(When.STREAM),
    /** A stream's next message comes after the one behind it. */
    REORDER(When.STREAM),
    /** A stream's next message, and all behind it, come later. */
    DELAY(When.STREAM),
    /** The next request that changes something is carried out and answered with 500. */
    ERROR_AFTER_ACCEPT(When.REQUEST),
    /** The next request that changes something is carried out and never answered; its connection ends after a time, or stays for good. */
    LOST_ANSWER(When.REQUEST),
    /** The connection of the next request ends before it is read. */
    RESET(When.REQUEST),
    /** The next request is answered late. */
    SLOW(When.REQUEST),
    /** The next request is one too many, and told when to come again. */
    TOO_MANY(When.REQUEST),
    /** The next request is one too many, without a word when to come again. */
    TOO_MANY_BARE(When.REQUEST),
    /** A gateway answers the next request with a page of HTML. */
    HTML(When.REQUEST),
    /** The next new order is reported, and filled if it can be, before its request is answered. */
    FILL_FIRST(When.REQUEST),
    /** The next change of an order happens and is answered with 500. */
    PATCH_ERROR(When.REQUEST),
    /** The next cancel is answered with 204, and the order is filled instead. */
    CANCEL_FILLS(When.REQUEST),
    /** The next order update is never sent. */
    LOST_UPDATE(When.UPDATE),
    /** The next fill is told twice. */
    DUPLICATE_EXECUTION(When.UPDATE),
    /** The last fill is taken back. */
    BUST(When.AT_ONCE),
    /** The last fill was at another price: a cent higher. */
    CORRECT(When.AT_ONCE),
    /** The last trade of an asset in the market was at another price: a cent higher. */
    TRADE_CORRECTION(When.AT_ONCE),
    /** The last trade of an asset in the market never was. */
    TRADE_CANCEL(When.AT_ONCE),
    /** A late trade changes the last minute bar of an asset. */
    LATE_TRADE(When.AT_ONCE),
    /** Prices of an asset are told to lie within a tenth of the last one. */
    BAND(When.AT_ONCE),
    /** Trading in an asset halts. */
    HALT(When.AT_ONCE),
    /** Trading in an asset goes on. */
    RESUME(When.AT_ONCE);

    private final When when;

    FaultKind(final When when) {
        this.when = when;
    }

    /** When a fault that was set happens. */
    enum When {
        AT_ONCE,
        STREAM,
        REQUEST,
        UPDATE
    }

    /**
     * Whether it happens when it is set.
     *
     * @return false if it waits for its occasion.
     */
    public boolean isAtOnce() {
        return when == When.AT_ONCE;
    }

    /**
     * Its name on command lines.
     *
     * @return such as hold-slot.
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds a kind.
     *
     * @param text its name on command lines.
     * @return the kind.
     * @throws IllegalArgumentException with all names if there is none.
     */
    public static FaultKind parse(final String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such fault: '" + text + "', there are: "
                        + Arrays.stream(values()).map(FaultKind::text).collect(Collectors.joining(", "))));
    }
}
