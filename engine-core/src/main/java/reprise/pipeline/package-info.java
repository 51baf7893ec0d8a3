/**
 * The way of an event through the engine: slots, stages, and the two ways to run them, on rings with threads or inline on the caller. The
 * only package that knows the Disruptor and threads.
 *
 * <pre>
 *   publishers -> input ring -> Journaler -> CoreStage -> output ring -> CommandJournaler -> CommandRouter -> venues
 *        ^                                                                                                     |
 *        +---------------------------------- events of the venues ---------------------------------------------+
 * </pre>
 *
 * <p>May know everything in this module.
 *
 * <p>Start with {@link reprise.pipeline.RingPipeline}, where the graph is written down.
 */
package reprise.pipeline;
