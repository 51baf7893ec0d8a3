/**
 * Rules as data: named conditions over indicators, read from text, checked, and compiled to a few steps per bar.
 *
 * <p>{@link reprise.strategies.rule.RuleDefinition} is what a file says, {@code RuleParser} reads its conditions into {@code Term}s,
 * {@link reprise.strategies.rule.RuleCompiler} turns these into {@code Step}s over the lines of one instrument, and a
 * {@link reprise.strategies.rule.CompiledRule} takes them bar by bar. docs/momentum.md is the reference of the language.
 */
package reprise.strategies.rule;
