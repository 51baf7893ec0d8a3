/**
 * How commands show things: progress on stderr, tables for people, JSON for machines.
 *
 * <p>Knows the console, nothing of the engine.
 *
 * <p>Start with {@link reprise.app.output.Progress}.
 */
package reprise.app.output;
