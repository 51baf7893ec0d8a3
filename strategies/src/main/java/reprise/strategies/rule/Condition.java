package reprise.strategies.rule;

/**
 * A named condition of a rule.
 *
 * @param name by which conditions further down, and the rule, refer to it.
 * @param text in the language of rules.
 */
public record Condition(String name, String text) {}
