/**
 * Two runs on the same market, order by order: which orders both have, which only one has, and what is different.
 *
 * <p>May know orders and who watches the core; must not know journals, configuration files or how results are shown.
 *
 * <p>Start with {@link reprise.simulation.comparison.OrderTrail} and {@link reprise.simulation.comparison.OrderAlignment}.
 */
package reprise.simulation.comparison;
