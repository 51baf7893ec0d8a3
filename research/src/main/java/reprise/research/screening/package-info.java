/**
 * The search for pairs in a universe of instruments.
 *
 * <p>May know the statistics; must not know files or the engine. Prices in, records out; uses all processors, and what comes out does not
 * depend on how many there are.
 *
 * <p>Start with {@link reprise.research.screening.PairScreen}.
 */
package reprise.research.screening;
