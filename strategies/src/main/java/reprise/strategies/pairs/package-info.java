/**
 * Trades pairs of instruments that move together, on the z-score of the spread of their log prices. A registry names the pairs; what each
 * class knows is one thing: the spread, the rules of its signals, the sizing, one pair, all of them.
 *
 * <p>Start with {@link reprise.strategies.pairs.PairsStrategy}.
 */
package reprise.strategies.pairs;
