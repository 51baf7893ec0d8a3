/**
 * Many runs of one configuration with other parameters, and which of them to believe: what is tried, each try as a pure function from a
 * {@link reprise.simulation.sweep.PointSpec} to a {@link reprise.simulation.sweep.PointResult}, all of them on several threads, the file of
 * what is done, the ranking.
 *
 * <p>May know runs and their results; must not know how a configuration is read.
 *
 * <p>Start with {@link reprise.simulation.sweep.SweepGrid} and {@link reprise.simulation.sweep.SweepPool}.
 */
package reprise.simulation.sweep;
