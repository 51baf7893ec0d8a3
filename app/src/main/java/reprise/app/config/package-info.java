/**
 * Configuration: YAML read once, checked completely, turned into the records that each module asks for.
 *
 * <p>Every error names file, line, key, what was wrong and what would be right. Nothing below {@code reprise.app} reads files, environment
 * or system properties for its configuration.
 *
 * <p>Start with {@link reprise.app.config.RunConfigReader}.
 */
package reprise.app.config;
