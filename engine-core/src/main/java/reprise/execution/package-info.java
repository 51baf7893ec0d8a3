/**
 * What a wanted order becomes: limit orders that follow the mid, two legs that are one thing, large orders in slices.
 *
 * <p>May know instruments, orders and exits; must not know messages, strategies or the core: it sends through
 * {@link reprise.execution.OrderEntry}, is told what became of its orders, and says what it decided through listeners.
 *
 * <p>Start with {@link reprise.execution.OrderEntry}.
 */
package reprise.execution;
