/**
 * Indicators, each computed once per instrument and bar, however many strategies demand it: declared in the catalog, wired on demand, brought
 * up to date bar by bar without allocation, equal to the reference to the last digits.
 *
 * <p>May know numbers, time, market and state; must not know orders, strategies or messages. Doubles are welcome here; undefined is NaN,
 * which no strategy may take for a signal.
 *
 * <p>Start with {@link reprise.indicator.Indicators}; to add one, with docs/extending.md.
 */
package reprise.indicator;
