/**
 * The commands of the program, one class each: what its options are, what it calls, what it prints.
 *
 * <p>Knows configuration and output; the work is done in the modules.
 *
 * <p>Start with {@link reprise.app.command.BacktestCommand}.
 */
package reprise.app.command;
