/**
 * Bars of the past from where they are kept: files that grow as they are fetched, and go on where they end. Knows no particular source.
 *
 * <p>Start with {@link reprise.app.history.BarFile}.
 */
package reprise.app.history;
