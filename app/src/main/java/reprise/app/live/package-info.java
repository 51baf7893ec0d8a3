/**
 * A run at a venue that lives in its own time and speaks when it likes: a broker, an exchange. May know the pipeline, ports and what every
 * recoverable run shares; must know no particular venue.
 *
 * <p>Start with {@link reprise.app.live.LiveSession}.
 */
package reprise.app.live;
