/**
 * Incremental indicators: constant time per bar, no allocation after construction, equal to the reference to the last digits.
 *
 * <p>May know numbers, time, market and state; must not know orders, strategies or messages. Doubles are welcome here; undefined is NaN,
 * which no strategy may take for a signal.
 *
 * <p>Start with {@link reprise.indicator.Ema}.
 */
package reprise.indicator;
