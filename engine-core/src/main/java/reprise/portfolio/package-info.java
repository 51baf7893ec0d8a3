/**
 * What we own and owe: cash, positions, realised results, fees; integers that balance to the last unit after every change.
 *
 * <p>May know orders and the market; must not know risk, strategies or messages.
 *
 * <p>Start with {@link reprise.portfolio.Portfolio}.
 */
package reprise.portfolio;
