/**
 * JSON from its bytes into decimals, times, texts and words, exactly and without allocating: the one set of readers for all that Alpaca says.
 *
 * <p>May know the engine's numbers; must not know what any message means.
 *
 * <p>Start with {@link reprise.alpaca.json.JsonScanner}.
 */
package reprise.alpaca.json;
