/**
 * The proof that a killed engine loses and doubles nothing: two child processes of this very program, one of them killed again and again.
 *
 * <p>May know the program's command line and what its commands print; must not know the engine's objects, because what is proven is the program
 * as it is started.
 *
 * <p>Start with {@link reprise.app.crash.CrashTest}.
 */
package reprise.app.crash;
