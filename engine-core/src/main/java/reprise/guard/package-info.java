/**
 * Whether what venues say about the market can be believed: checks of every bar, quote and trade, before anything is computed from it.
 *
 * <p>May know the market, calendars and time; must not know bars that the engine builds, orders or strategies: it judges inputs, and others
 * decide what to refuse because of it.
 *
 * <p>Start with {@link reprise.guard.DataGuard}.
 */
package reprise.guard;
