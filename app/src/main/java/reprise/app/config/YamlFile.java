package reprise.app.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML into nodes that remember their lines. */
final class YamlFile {
    private static final long MAX_LENGTH_BYTES = 4 << 20;

    private YamlFile() {}

    /**
     * Reads a file.
     *
     * @param path of the file.
     * @return its top-level mapping.
     */
    static MappingNode read(final Path path) {
        return parse(path.toString(), text(path));
    }

    private static String text(final Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw new ConfigException(path + ": is a directory; a configuration is a YAML file");
            }
            if (Files.size(path) > MAX_LENGTH_BYTES) {
                throw new ConfigException(
                        path + ": is larger than " + MAX_LENGTH_BYTES + " bytes; that is no configuration");
            }
            return Files.readString(path);
        } catch (final NoSuchFileException e) {
            throw new ConfigException(path + ": no such file");
        } catch (final MalformedInputException e) {
            throw new ConfigException(path + ": is not UTF-8 text");
        } catch (final IOException e) {
            throw new ConfigException(path + ": cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads text.
     *
     * @param name by which errors call it.
     * @param text YAML.
     * @return its top-level mapping.
     */
    static MappingNode parse(final String name, final String text) {
        final LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            final Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                throw new ConfigException(name + ": is empty");
            }
            if (root.get() instanceof MappingNode mapping) {
                return mapping;
            }
            throw new ConfigException(where(root.get()) + ": expected keys and values at the top level");
        } catch (final MarkedYamlEngineException e) {
            final String where =
                    e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
            throw new ConfigException(name + where + ": not valid YAML: " + e.getProblem());
        } catch (final YamlEngineException e) {
            throw new ConfigException(name + ": not valid YAML: " + e.getMessage());
        }
    }

    /** Where a node stands: file and line, or the argument of the command line that it came from. */
    static String where(final Node node) {
        return node.getStartMark()
                .map(mark -> mark.getName().startsWith(Overrides.OPTION)
                        ? mark.getName()
                        : mark.getName() + ":" + (mark.getLine() + 1))
                .orElse("");
    }
}
