/**
 * Protects open positions: stop, trailing stop, targets, breakeven, time, stagnation, session end, signal, each as configured and none
 * without configuration.
 *
 * <p>May know instruments, sides and order ids; must not know messages, strategies or the core: it says through
 * {@link reprise.exit.ExitListener} what should be sold or bought back, and is told what became of it. Every rate and multiple is a
 * fraction in units of 1e-8, see {@link reprise.exit.ExitDistance#ONE}.
 *
 * <p>Start with {@link reprise.exit.ExitPlan}, then {@link reprise.exit.ExitEngine}.
 */
package reprise.exit;
