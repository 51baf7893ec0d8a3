package reprise.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import reprise.app.config.StrategyKinds;
import reprise.state.StateHash;

/** Which program this is: version and a hash over all the code in its jar, libraries included, and in users' jars. */
public final class BuildIdentity {
    private static final String NOT_A_JAR = "unpacked-classes";

    private BuildIdentity() {}

    /**
     * The version in the jar's manifest.
     *
     * @return such as "0.1.0", or "development" when not run from the jar.
     */
    public static String version() {
        final String version = BuildIdentity.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /**
     * A hash over names, sizes and checksums of everything in the jar and in the jars of users' strategies, which decide as much as the
     * program does. Reads the jars' directories only, not their contents.
     *
     * @return 64 hexadecimal digits, or "unpacked-classes" when not run from a jar.
     */
    public static String hash() {
        try {
            final Path path = Path.of(BuildIdentity.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(path) ? hashOf(path) : NOT_A_JAR;
        } catch (final URISyntaxException | IOException e) {
            throw new IllegalStateException("cannot read the program's own jar: " + e.getMessage(), e);
        }
    }

    private static String hashOf(final Path path) throws IOException {
        final TreeMap<String, String> facts = new TreeMap<>();
        addFacts(facts, path, "");
        for (final Path jar : StrategyKinds.jars()) {
            addFacts(facts, jar, jar.getFileName() + "!");
        }
        final MessageDigest digest = StateHash.sha256();
        facts.forEach((name, fact) -> digest.update((name + ' ' + fact + '\n').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void addFacts(final TreeMap<String, String> facts, final Path path, final String prefix)
            throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            for (final JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                facts.put(prefix + entry.getName(), entry.getSize() + " " + Long.toHexString(entry.getCrc()));
            }
        }
    }
}
