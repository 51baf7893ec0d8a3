package reprise.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Puts other files in the place where a configuration names them, before anything is checked, so that the configuration is whole: its hash
 * covers them and a journal keeps them.
 *
 * <pre>
 *   pairs: !include pairs.yaml                     one file, relative to the file that names it
 *   rules: !include [rules/pullback.yaml, more]    several, or all .yaml and .json files of a directory, by name
 * </pre>
 *
 * <p>A file holds keys and values. If its only key is the one at which it is included, what is below that is taken.
 */
final class Includes {
    private static final Tag INCLUDE = new Tag("!include");
    private static final int MAX_DEPTH = 4;

    private Includes() {}

    static MappingNode resolve(final MappingNode root, final Path directory) {
        return resolve(root, directory, 0);
    }

    private static MappingNode resolve(final MappingNode mapping, final Path directory, final int depth) {
        final List<NodeTuple> tuples = new ArrayList<>();
        for (final NodeTuple tuple : mapping.getValue()) {
            final Node value = tuple.getValueNode();
            if (INCLUDE.equals(value.getTag())) {
                final String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                tuples.add(new NodeTuple(tuple.getKeyNode(), included(key, value, directory, depth)));
            } else if (value instanceof MappingNode child) {
                tuples.add(new NodeTuple(tuple.getKeyNode(), resolve(child, directory, depth)));
            } else {
                tuples.add(tuple);
            }
        }
        return like(mapping, tuples);
    }

    private static MappingNode included(final String key, final Node value, final Path directory, final int depth) {
        if (depth == MAX_DEPTH) {
            throw new ConfigException(
                    YamlFile.where(value) + ": files are included " + MAX_DEPTH + " deep; is it a circle?");
        }
        final Map<String, NodeTuple> all = new LinkedHashMap<>();
        for (final Node name : names(value)) {
            for (final Path path : files(name, directory)) {
                final MappingNode content =
                        resolve(read(name, path), path.toAbsolutePath().getParent(), depth + 1);
                for (final NodeTuple tuple : below(content, key).getValue()) {
                    add(all, tuple);
                }
            }
        }
        return like(value, new ArrayList<>(all.values()));
    }

    private static void add(final Map<String, NodeTuple> all, final NodeTuple tuple) {
        final String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        final NodeTuple first = all.putIfAbsent(name, tuple);
        if (first != null) {
            throw new ConfigException(YamlFile.where(tuple.getKeyNode()) + ": " + name + " is given already at "
                    + YamlFile.where(first.getKeyNode()));
        }
    }

    private static List<Node> names(final Node value) {
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        return List.of(value);
    }

    private static List<Path> files(final Node name, final Path directory) {
        if (!(name instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw new ConfigException(YamlFile.where(name) + ": !include wants the name of a file, or a list of names");
        }
        final Path path = directory.resolve(scalar.getValue());
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            final List<Path> files = entries.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new ConfigException(YamlFile.where(name) + ": there is no .yaml or .json file in " + path);
            }
            return files;
        } catch (final IOException e) {
            throw new ConfigException(YamlFile.where(name) + ": " + path + " cannot be read: " + e.getMessage());
        }
    }

    private static MappingNode read(final Node name, final Path path) {
        if (!Files.exists(path)) {
            throw new ConfigException(YamlFile.where(name) + ": " + path + ": no such file");
        }
        return YamlFile.read(path);
    }

    private static MappingNode below(final MappingNode content, final String key) {
        final List<NodeTuple> tuples = content.getValue();
        return tuples.size() == 1
                        && tuples.get(0).getKeyNode() instanceof ScalarNode only
                        && only.getValue().equals(key)
                        && tuples.get(0).getValueNode() instanceof MappingNode child
                ? child
                : content;
    }

    private static MappingNode like(final Node at, final List<NodeTuple> tuples) {
        return new MappingNode(Tag.MAP, true, tuples, FlowStyle.BLOCK, at.getStartMark(), at.getEndMark());
    }
}
