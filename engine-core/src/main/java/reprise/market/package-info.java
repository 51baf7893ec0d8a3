/**
 * What the engine believes about the market: instruments, their last bar, quote and trade. Changed only by events.
 *
 * <p>May know numbers and time; must not know orders, money or messages.
 *
 * <p>Start with {@link reprise.market.Instrument}.
 */
package reprise.market;
