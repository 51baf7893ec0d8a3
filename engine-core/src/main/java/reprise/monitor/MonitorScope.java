package reprise.monitor;

/** Whose risk is watched. Ordinals and names are stable: they are journaled. */
public enum MonitorScope {
    /** The account as a whole; its id is 0. */
    ACCOUNT,
    /** A strategy, by its book; its id is that of the strategy, from 1. */
    STRATEGY
}
