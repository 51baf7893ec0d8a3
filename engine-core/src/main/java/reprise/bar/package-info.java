/**
 * Bars that the engine builds itself, from trades, quotes or smaller bars: what is asked for, how it is built, where it ends up.
 *
 * <p>May know numbers, time, calendars and the market; must not know indicators, strategies or who listens. Its owner tells it of inputs
 * and of time; it keeps no timer.
 *
 * <p>Start with {@link reprise.bar.BarSpec}, then {@link reprise.bar.BarBuilder}.
 */
package reprise.bar;
