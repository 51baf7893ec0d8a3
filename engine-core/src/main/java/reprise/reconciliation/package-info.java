/**
 * What to think of a venue's view of our account that differs from ours: kinds of difference and rules that resolve them. Decides, and knows
 * nothing of messages or of the core.
 */
package reprise.reconciliation;
