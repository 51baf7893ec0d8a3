package reprise.strategies.rule;

import reprise.parameter.Parameter;

/**
 * A part of a rule under a name of its own: a condition, or a number.
 *
 * @param name by which what comes further down refers to it.
 * @param text in the language of rules.
 */
public record Condition(
        String name,

        @Parameter(meaning = "a condition or a number, in the language of rules")
        String text) {}
