package reprise.app.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import reprise.parameter.ParameterSpec;
import reprise.state.StateHash;
import reprise.strategy.StrategyKind;

/**
 * A configuration whose files are read, but which is not checked yet: the same with other values can be had any number of times, by any thread,
 * whatever becomes of the files meanwhile.
 */
public final class ConfigTemplate {
    private final String file;
    private final Path directory;
    private final MappingNode root;

    private ConfigTemplate(final String file, final Path directory, final MappingNode root) {
        this.file = file;
        this.directory = directory;
        this.root = root;
    }

    /**
     * Reads a file and those that it includes.
     *
     * @param path of the file.
     * @param overrides such as {@code strategies.trend.emaFast=13}, applied in order.
     * @return the template.
     * @throws ConfigException naming file and line.
     */
    public static ConfigTemplate read(final Path path, final List<String> overrides) {
        final Path parent = path.toAbsolutePath().getParent();
        return new ConfigTemplate(
                path.toString(), parent, with(Includes.resolve(YamlFile.read(path), parent), overrides));
    }

    private static MappingNode with(final MappingNode root, final List<String> overrides) {
        MappingNode changed = root;
        for (final String override : overrides) {
            changed = Overrides.apply(changed, override);
        }
        return changed;
    }

    /**
     * The configuration with some values changed.
     *
     * @param overrides applied in order.
     * @return checked completely.
     * @throws ConfigException naming file, line and key.
     */
    public RunConfig config(final List<String> overrides) {
        return config(overrides, List.of());
    }

    RunConfig config(final List<String> overrides, final List<String> places) {
        return RunConfigReader.read(file, directory, with(root, overrides), places);
    }

    /**
     * Which template this is.
     *
     * @return SHA-256 of its canonical text, 64 hexadecimal digits.
     */
    public String hash() {
        return HexFormat.of()
                .formatHex(StateHash.sha256().digest(CanonicalYaml.of(root).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The full key of a parameter.
     *
     * @param key full, such as {@code strategies.trend.emaFast} or {@code venue.takerFeeBps}; or short, such as {@code emaFast}, where exactly
     *     one strategy has it.
     * @return the full key.
     * @throws ConfigException if no strategy has it, or several have; says which there are.
     */
    public String fullKey(final String key) {
        final Map<String, List<String>> byStrategy = parametersByStrategy();
        final String[] parts = key.split("\\.", -1);
        if (parts.length > 1 && parts[0].equals("strategies") && !byStrategy.containsKey(parts[1])) {
            throw new ConfigException(key + ": there is no strategy " + parts[1]
                    + Nearest.suggestion(parts[1], byStrategy.keySet()) + "; configured: "
                    + String.join(", ", byStrategy.keySet()));
        }
        final List<String> owners = new ArrayList<>();
        byStrategy.forEach((strategy, parameters) -> {
            if (parameters.contains(key)) {
                owners.add("strategies." + strategy + "." + key);
            }
        });
        if (owners.size() == 1) {
            return owners.get(0);
        }
        if (owners.size() > 1) {
            throw new ConfigException(key + ": several strategies have it; write one of " + String.join(", ", owners));
        }
        if (parts.length > 1) {
            return key;
        }
        throw unknown(key, byStrategy);
    }

    private static ConfigException unknown(final String key, final Map<String, List<String>> byStrategy) {
        final List<String> all =
                byStrategy.values().stream().flatMap(List::stream).distinct().toList();
        final StringBuilder text =
                new StringBuilder(key + ": no strategy has such a parameter" + Nearest.suggestion(key, all));
        byStrategy.forEach((strategy, parameters) ->
                text.append("; ").append(strategy).append(" has ").append(String.join(", ", parameters)));
        return new ConfigException(text + "; for others write the full key, such as venue.takerFeeBps");
    }

    /** Names of what can be set of each strategy; of one whose kind is not known, nothing: reading it will say so. */
    private Map<String, List<String>> parametersByStrategy() {
        final Map<String, List<String>> all = new LinkedHashMap<>();
        if (child(root, "strategies").orElse(null) instanceof MappingNode strategies) {
            for (final NodeTuple strategy : strategies.getValue()) {
                all.put(text(strategy.getKeyNode()), parameters(strategy.getValueNode()));
            }
        }
        return all;
    }

    private static List<String> parameters(final Node block) {
        final StrategyKind<?> kind = StrategyKinds.all()
                .get(child(block, "kind").map(ConfigTemplate::text).orElse(""));
        return kind == null ? List.of() : names(kind.parameters());
    }

    private static List<String> names(final Class<? extends Record> type) {
        final List<String> names = new ArrayList<>();
        for (final ParameterSpec spec : ParameterSpec.of(type)) {
            if (spec.isNested()) {
                names(spec.type().asSubclass(Record.class)).forEach(name -> names.add(spec.name() + "." + name));
            } else {
                names.add(spec.name());
            }
        }
        return names;
    }

    private static Optional<Node> child(final Node node, final String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> text(tuple.getKeyNode()).equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                : Optional.empty();
    }

    private static String text(final Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
