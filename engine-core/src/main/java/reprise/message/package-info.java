/**
 * The vocabulary of the engine: what can happen to it ({@link reprise.message.EngineEvents}), what it may ask of the world ({@link
 * reprise.message.EngineCommands}), and the way between calls and bytes. The only package that knows the generated codecs.
 *
 * <p>May know everything to its left up to execution; must not know ports, strategies, the core or threads.
 *
 * <p>Start with {@link reprise.message.EngineEvents}; the bytes are drawn in {@code engine-messages.xml}.
 */
package reprise.message;
