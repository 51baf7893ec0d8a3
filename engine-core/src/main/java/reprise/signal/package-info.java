/**
 * What strategies want, and how much of it: signals, the arbiter between strategies with a recorded reason for every signal, and position
 * sizing in exact arithmetic.
 *
 * <p>May know numbers, instruments, sides and the state of trading; must not know exits, orders in flight, messages or the core: what the
 * arbiter must know of the account it asks an {@link reprise.signal.ArbitrationContext}. Rates are longs in units of 1e-8, so that {@link
 * reprise.number.Money#ONE} is all; statistics are doubles.
 *
 * <p>Start with {@link reprise.signal.Arbiter}, then {@link reprise.signal.Sizer}.
 */
package reprise.signal;
