package reprise.app.config;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Puts the command line's {@code --set key=value} into a configuration, before anything is checked. */
final class Overrides {
    /** What the errors of an override begin with. */
    static final String OPTION = "--set ";

    private Overrides() {}

    /**
     * Sets a value; a key that does not exist is added, to be refused later if nobody knows it.
     *
     * @param root of the configuration.
     * @param assignment such as {@code strategies.trend.emaFast=13}.
     * @return the configuration with the value.
     */
    static MappingNode apply(final MappingNode root, final String assignment) {
        final int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw new ConfigException(
                    OPTION + shown(assignment) + ": expected key=value, such as strategies.trend.emaFast=13");
        }
        final MappingNode value = YamlFile.parse(
                OPTION + shown(assignment),
                "value: " + assignment.substring(equals + 1).strip());
        final String[] path = assignment.substring(0, equals).strip().split("\\.");
        return set(root, assignment, path, 0, value.getValue().get(0).getValueNode());
    }

    /** What errors quote: not what somebody has put there that is a secret, or holds one. */
    private static String shown(final String assignment) {
        if (!Secrets.isSecret(assignment)) {
            return assignment;
        }
        return assignment.substring(0, Math.max(0, assignment.indexOf('=') + 1)) + "***";
    }

    private static MappingNode set(
            final MappingNode node, final String assignment, final String[] path, final int depth, final Node value) {
        final List<NodeTuple> tuples = new ArrayList<>(node.getValue());
        int index = 0;
        while (index < tuples.size() && !key(tuples.get(index)).equals(path[depth])) {
            index++;
        }
        final boolean found = index < tuples.size();
        final Node newValue;
        if (depth == path.length - 1) {
            newValue = value;
        } else if (!found) {
            newValue = set(emptyMapping(node), assignment, path, depth + 1, value);
        } else if (tuples.get(index).getValueNode() instanceof MappingNode child) {
            newValue = set(child, assignment, path, depth + 1, value);
        } else {
            throw new ConfigException(OPTION + shown(assignment) + ": " + path[depth] + " has no keys below it");
        }
        if (found) {
            tuples.set(index, new NodeTuple(tuples.get(index).getKeyNode(), newValue));
        } else {
            tuples.add(new NodeTuple(
                    YamlFile.parse(OPTION + shown(assignment), path[depth] + ": 0")
                            .getValue()
                            .get(0)
                            .getKeyNode(),
                    newValue));
        }
        return new MappingNode(Tag.MAP, true, tuples, FlowStyle.BLOCK, node.getStartMark(), node.getEndMark());
    }

    private static MappingNode emptyMapping(final MappingNode at) {
        return new MappingNode(Tag.MAP, true, new ArrayList<>(), FlowStyle.BLOCK, at.getStartMark(), at.getEndMark());
    }

    private static String key(final NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
