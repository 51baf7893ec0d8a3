/**
 * A run as one HTML file: what it came to and what it was made of, to be read without the program, without a network and in ten years.
 *
 * <p>May know results, data and the venue; statistics come from {@code results} and from {@code reprise.research.performance}, and the page's
 * own script only draws. Must not know how runs are configured or started.
 *
 * <p>Start with {@link reprise.simulation.report.ReportCollector}, which watches a run in memory that does not grow with it, and
 * {@link reprise.simulation.report.ReportWriter}.
 */
package reprise.simulation.report;
