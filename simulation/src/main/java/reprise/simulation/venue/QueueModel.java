package reprise.simulation.venue;

/** Where a passive order stands in the queue at its price, for feeds that show quotes or levels. */
public enum QueueModel {
    /** Ahead of everybody: what trades at the price is ours first. The most hopeful model. */
    FRONT,
    /** Behind all that was displayed when the order came; only trades at the price shorten the queue ahead. The most cautious model. */
    BEHIND_TRADES,
    /** Behind all that was displayed when the order came; trades shorten the queue ahead, and cancellations do by their share of it. */
    BEHIND_PRO_RATA
}
