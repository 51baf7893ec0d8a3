/**
 * Engine time: a clock that only events move, and timers that fire in a fixed order.
 *
 * <p>May know numbers and state; must not know any wall clock.
 *
 * <p>Start with {@link reprise.time.EngineClock}.
 */
package reprise.time;
