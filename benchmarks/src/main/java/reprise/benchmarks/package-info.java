/**
 * How fast it is: each benchmark answers a stated question and keeps its control, the bare library or loop, beside it in the same run, since
 * only ratios travel between machines.
 *
 * <p>Start with {@link reprise.benchmarks.CoreBenchmark}; {@code benchmarks/run} runs them.
 */
package reprise.benchmarks;
