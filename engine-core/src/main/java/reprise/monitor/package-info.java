/**
 * What the account and each strategy may lose, watched on the time of events: value at risk, drawdown, exposure, daily loss, losses in a
 * row; each with a limit and what is to be done beyond it.
 *
 * <p>May know numbers, calendars and time; must not know orders, strategies or messages: it decides, and the core acts.
 *
 * <p>Start with {@link reprise.monitor.RiskMonitor}.
 */
package reprise.monitor;
