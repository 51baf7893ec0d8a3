/**
 * The deterministic core: events in, new state and commands out. Equal events give equal commands and equal state.
 *
 * <p>May know everything to its left; must not know bytes, threads, clocks or I/O.
 *
 * <p>Start with {@link reprise.core.EngineCore}.
 */
package reprise.core;
