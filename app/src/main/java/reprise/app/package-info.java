/**
 * The program: main, exit codes, and how the parts are put together.
 *
 * <p>May know every production module; nothing may know it.
 *
 * <p>Start with {@link reprise.app.Main}.
 */
package reprise.app;
