/**
 * Parameters as records: each component of a strategy's record of parameters says its default, range, unit and meaning, and that one
 * declaration is read from a configuration, listed for people, checked when it is changed while running, and kept in the state.
 *
 * <p>For start-up and the rare change by command: reflects and allocates; deterministic all the same. May know numbers, bars and state;
 * must not know where texts come from.
 *
 * <p>Start with {@link reprise.parameter.Parameter}.
 */
package reprise.parameter;
