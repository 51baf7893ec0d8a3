package reprise.app.config;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One text for one configuration, whatever comments, quotes and layout the file had: what a journal keeps and what the configuration hash
 * is taken of. Keys stay in the order of the file, because strategies are registered in it.
 */
final class CanonicalYaml {
    private CanonicalYaml() {}

    static String of(final MappingNode root) {
        final StringBuilder text = new StringBuilder();
        append(text, root, 0);
        return text.toString();
    }

    private static void append(final StringBuilder text, final MappingNode mapping, final int depth) {
        for (final NodeTuple tuple : mapping.getValue()) {
            text.append("  ".repeat(depth))
                    .append(((ScalarNode) tuple.getKeyNode()).getValue())
                    .append(':');
            final Node value = tuple.getValueNode();
            if (value instanceof MappingNode child && !child.getValue().isEmpty()) {
                text.append('\n');
                append(text, child, depth + 1);
            } else {
                text.append(' ').append(inline(value)).append('\n');
            }
        }
    }

    static String inline(final Node value) {
        if (value instanceof ScalarNode scalar) {
            return quoted(scalar.getValue());
        }
        if (value instanceof SequenceNode sequence) {
            return "["
                    + String.join(
                            ", ",
                            sequence.getValue().stream()
                                    .map(CanonicalYaml::inline)
                                    .toList()) + "]";
        }
        return "{}";
    }

    private static String quoted(final String value) {
        return value.matches("[A-Za-z0-9_./+-]+") ? value : "'" + value.replace("'", "''") + "'";
    }
}
