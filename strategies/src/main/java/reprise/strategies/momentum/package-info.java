/**
 * Movers and the rules that trade them: which instruments of a universe move now, and what is done about it.
 *
 * <p>{@link reprise.strategies.momentum.MoverDetector} watches a universe bar by bar at a constant cost and a fixed memory per symbol;
 * {@link reprise.strategies.momentum.MomentumStrategy} lets rules look at what was detected and offers their signals to the arbiter.
 * docs/momentum.md has the definitions.
 */
package reprise.strategies.momentum;
