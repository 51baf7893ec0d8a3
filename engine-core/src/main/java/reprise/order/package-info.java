/**
 * Orders: what they ask for, the states they pass through, and the ids that name them.
 *
 * <p>May know numbers, time, the market and indicators; must not know money results, risk or messages.
 *
 * <p>Start with {@link reprise.order.Order} and {@link reprise.order.OrderState}.
 */
package reprise.order;
