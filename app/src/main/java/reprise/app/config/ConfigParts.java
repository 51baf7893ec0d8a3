package reprise.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The parts of a configuration as text, to compare those of two: also one that this program could not run. */
public final class ConfigParts {
    private final MappingNode root;

    private ConfigParts(final MappingNode root) {
        this.root = root;
    }

    /**
     * Reads text, such as the one that a journal keeps.
     *
     * @param name by which errors call it.
     * @param text YAML.
     * @return its parts.
     * @throws ConfigException if it is no YAML.
     */
    public static ConfigParts of(final String name, final String text) {
        return new ConfigParts(YamlFile.parse(name, text));
    }

    /**
     * The keys below a key.
     *
     * @param path of the key, from the top.
     * @return in their order; empty if there are none.
     */
    public List<String> keys(final String... path) {
        return find(path) instanceof MappingNode mapping
                ? List.copyOf(children(mapping).keySet())
                : List.of();
    }

    /**
     * What stands under a key.
     *
     * @param path of the key, from the top.
     * @return canonical text; empty if it is not there.
     */
    public String text(final String... path) {
        final Node node = find(path);
        if (node instanceof MappingNode mapping) {
            return CanonicalYaml.of(mapping);
        }
        return node == null ? "" : CanonicalYaml.inline(node);
    }

    /**
     * Whether two configurations have the same under a key.
     *
     * @param other the other.
     * @param path of the key, from the top.
     * @return also if both have nothing.
     */
    public boolean isEqual(final ConfigParts other, final String... path) {
        return Objects.equals(text(path), other.text(path));
    }

    private Node find(final String... path) {
        Node node = root;
        for (final String key : path) {
            node = node instanceof MappingNode mapping ? children(mapping).get(key) : null;
        }
        return node;
    }

    private static Map<String, Node> children(final MappingNode mapping) {
        final Map<String, Node> children = new LinkedHashMap<>();
        for (final NodeTuple tuple : mapping.getValue()) {
            children.put(((ScalarNode) tuple.getKeyNode()).getValue(), tuple.getValueNode());
        }
        return children;
    }
}
