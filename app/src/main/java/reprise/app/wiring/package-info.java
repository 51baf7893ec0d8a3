/**
 * How the parts of a run are put together from a configuration: data, venue, engine, journal, results.
 *
 * <p>Knows configuration and the modules; the commands know it.
 *
 * <p>Start with {@link reprise.app.wiring.EngineRun}.
 */
package reprise.app.wiring;
