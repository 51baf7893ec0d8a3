package reprise.simulation.contract;

import reprise.market.InstrumentDefinition;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;

/** What a venue told of an order. Immutable. */
public sealed interface OrderNews {
    /**
     * For people.
     *
     * @param instrument of the order.
     * @return a few words.
     */
    String describe(InstrumentDefinition instrument);

    /** The order is done: nothing more trades. */
    sealed interface End extends OrderNews {}

    /** The venue works it. */
    record Accepted() implements OrderNews {
        @Override
        public String describe(final InstrumentDefinition instrument) {
            return "accepted";
        }
    }

    /**
     * The venue refused it.
     *
     * @param reason in our words.
     * @param text in the venue's words.
     */
    record Rejected(RejectReason reason, String text) implements End {
        @Override
        public String describe(final InstrumentDefinition instrument) {
            return "rejected " + reason + (text.isEmpty() ? "" : " \"" + text + "\"");
        }
    }

    /**
     * It traded.
     *
     * @param executionId names the execution.
     * @param timeNs when, by the venue, nanoseconds since the epoch.
     * @param price of the fill.
     * @param quantity of the fill.
     * @param baseFee units of the base asset that were kept.
     * @param isLast whether it is told as the one that ends the order.
     */
    record Fill(long executionId, long timeNs, long price, long quantity, long baseFee, boolean isLast)
            implements OrderNews {
        @Override
        public String describe(final InstrumentDefinition instrument) {
            return (isLast ? "filled " : "partly filled ") + instrument.formatQuantity(quantity) + " at "
                    + instrument.formatPrice(price);
        }
    }

    /**
     * A fill was taken back.
     *
     * @param executionId names the execution.
     * @param quantity of the fill.
     */
    record Busted(long executionId, long quantity) implements OrderNews {
        @Override
        public String describe(final InstrumentDefinition instrument) {
            return "taken back " + instrument.formatQuantity(quantity);
        }
    }

    /** The rest was withdrawn. */
    record Cancelled() implements End {
        @Override
        public String describe(final InstrumentDefinition instrument) {
            return "cancelled";
        }
    }

    /** Its time in force ran out. */
    record Expired() implements End {
        @Override
        public String describe(final InstrumentDefinition instrument) {
            return "expired";
        }
    }

    /**
     * It has new terms.
     *
     * @param quantity in all.
     * @param limitPrice the limit.
     * @param stopPrice the stop.
     */
    record Replaced(long quantity, long limitPrice, long stopPrice) implements OrderNews {
        @Override
        public String describe(final InstrumentDefinition instrument) {
            return "replaced by " + instrument.formatQuantity(quantity) + " at " + instrument.formatPrice(limitPrice);
        }
    }

    /**
     * It was not cancelled.
     *
     * @param reason why.
     */
    record CancelRejected(RejectReason reason) implements OrderNews {
        @Override
        public String describe(final InstrumentDefinition instrument) {
            return "cancel rejected " + reason;
        }
    }

    /**
     * It was not replaced.
     *
     * @param reason why.
     */
    record ReplaceRejected(RejectReason reason) implements OrderNews {
        @Override
        public String describe(final InstrumentDefinition instrument) {
            return "replace rejected " + reason;
        }
    }

    /** Its stop was reached. */
    record Triggered() implements OrderNews {
        @Override
        public String describe(final InstrumentDefinition instrument) {
            return "triggered";
        }
    }

    /** Nobody knows whether a request about it arrived. */
    record Unknown() implements OrderNews {
        @Override
        public String describe(final InstrumentDefinition instrument) {
            return "outcome unknown";
        }
    }

    /**
     * The answer to a question.
     *
     * @param status where it is.
     * @param quantity in all.
     * @param limitPrice the limit.
     * @param filledQuantity what has traded.
     */
    record Reported(ReportedStatus status, long quantity, long limitPrice, long filledQuantity) implements OrderNews {
        @Override
        public String describe(final InstrumentDefinition instrument) {
            return "reported " + status + ", " + instrument.formatQuantity(filledQuantity) + " of "
                    + instrument.formatQuantity(quantity) + " filled";
        }
    }

    /** The venue does not know it. */
    record NotFound() implements OrderNews {
        @Override
        public String describe(final InstrumentDefinition instrument) {
            return "not found";
        }
    }

    /**
     * What its amount comes to.
     *
     * @param quantity in all.
     */
    record Restated(long quantity) implements OrderNews {
        @Override
        public String describe(final InstrumentDefinition instrument) {
            return "restated to " + instrument.formatQuantity(quantity);
        }
    }
}
