/**
 * The gate that every order passes: limits, each with a value and a reason code, and the state of trading.
 *
 * <p>May know orders, portfolio and market; must not know strategies or messages.
 *
 * <p>Start with {@link reprise.risk.RiskGate}.
 */
package reprise.risk;
