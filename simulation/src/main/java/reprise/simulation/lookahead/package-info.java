/**
 * Proof that a run uses nothing but the past: the same run on the same data, with the future cut off or replaced by garbage, must come to the same
 * events and commands up to the cut. And how long a run depends on where its data begins. Prices in, verdicts out; knows no files.
 */
package reprise.simulation.lookahead;
