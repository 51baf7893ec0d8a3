package reprise.app.config;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import reprise.strategies.StrategyCatalog;
import reprise.strategy.StrategyKind;

/**
 * The kinds of strategies that a configuration may name: those that ship, and those that users bring as jars in the directory
 * {@code plugins}, or the one that {@code REPRISE_PLUGINS} names, or on the class path. Loaded once.
 */
public final class StrategyKinds {
    private static final String NAME = "[a-z][a-z0-9-]{0,39}";
    private static Map<String, StrategyKind<?>> loaded;

    private StrategyKinds() {}

    /**
     * All of them.
     *
     * @return by name: those that ship first, then the others by name.
     * @throws ConfigException if a jar cannot be used; the message names it.
     */
    public static synchronized Map<String, StrategyKind<?>> all() {
        if (loaded == null) {
            loaded = load(directory());
        }
        return loaded;
    }

    /**
     * Where users' jars are looked for.
     *
     * @return a directory that need not exist.
     */
    public static Path directory() {
        final String named = System.getenv("REPRISE_PLUGINS");
        return Path.of(named == null || named.isBlank() ? "plugins" : named);
    }

    /**
     * Users' jars.
     *
     * @return by name; empty without the directory.
     */
    public static List<Path> jars() {
        return jars(directory());
    }

    private static List<Path> jars(final Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (final IOException e) {
            throw new ConfigException(directory + ": cannot be read: " + e.getMessage());
        }
    }

    static Map<String, StrategyKind<?>> load(final Path directory) {
        final Map<String, StrategyKind<?>> kinds = new LinkedHashMap<>();
        StrategyCatalog.shipped().forEach(kind -> kinds.put(kind.name(), kind));
        final Map<String, StrategyKind<?>> own = new TreeMap<>();
        for (final StrategyKind<?> kind : found(jars(directory))) {
            final String from = origin(kind);
            if (kind.name() == null || !kind.name().matches(NAME)) {
                throw new ConfigException(from + ": the kind '" + kind.name()
                        + "' must be called by lower-case letters, digits and hyphens, at most 40");
            }
            final StrategyKind<?> other =
                    kinds.containsKey(kind.name()) ? kinds.get(kind.name()) : own.get(kind.name());
            if (other != null) {
                throw new ConfigException(
                        from + ": there is a kind '" + kind.name() + "' already, in " + origin(other));
            }
            own.put(kind.name(), kind);
        }
        kinds.putAll(own);
        return Collections.unmodifiableMap(kinds);
    }

    private static List<StrategyKind<?>> found(final List<Path> jars) {
        final List<URL> urls = new ArrayList<>();
        for (final Path jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (final MalformedURLException e) {
                throw new ConfigException(jar + ": " + e.getMessage());
            }
        }
        // Never closed: strategies load their classes as they need them, as long as the program runs.
        final ClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), StrategyKinds.class.getClassLoader());
        final List<StrategyKind<?>> kinds = new ArrayList<>();
        try {
            ServiceLoader.load(StrategyKind.class, loader).forEach(kinds::add);
        } catch (final ServiceConfigurationError | LinkageError e) {
            throw new ConfigException("a strategy in " + jars + " cannot be loaded: " + e.getMessage());
        }
        return kinds;
    }

    /**
     * Where a kind comes from.
     *
     * @param kind one of {@link #all()}.
     * @return the jar or directory of its class.
     */
    public static String origin(final StrategyKind<?> kind) {
        final String location = kind.getClass()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return location.endsWith("/") ? location : location.substring(location.lastIndexOf('/') + 1);
    }
}
