package reprise.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Where secrets come from. A configuration never holds one, because journals keep it and people share it: it says {@code env:NAME}, a
 * variable of the environment, or {@code file:PATH}, a file that its owner alone may read. No message of this class holds a secret.
 */
final class Secrets {
    private static final Pattern NAME =
            Pattern.compile("secret|password|passphrase|api_?key|private_?key", Pattern.CASE_INSENSITIVE);
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";
    private static final long MAX_LENGTH_BYTES = 1 << 16;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final String ADVICE = "write env:NAME, or file:PATH of a file that only you can read";

    private final UnaryOperator<String> environment;

    /**
     * Secrets of a process.
     *
     * @param environment gives the value of a variable, or null.
     */
    Secrets(final UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /** Whether a value under such a key is a secret. */
    static boolean isSecret(final String key) {
        return NAME.matcher(key).find();
    }

    /**
     * Refuses a secret that stands in the configuration itself.
     *
     * @param place of the key, for the message.
     * @param reference what stands there.
     * @throws ConfigException unless it says where the secret is.
     */
    static void requireReference(final String place, final String reference) {
        if (!reference.startsWith(ENVIRONMENT) && !reference.startsWith(FILE)) {
            throw new ConfigException(
                    place + ": a secret must not stand in a configuration, which journals keep; " + ADVICE);
        }
    }

    /**
     * Reads a secret.
     *
     * @param place of the key, for messages.
     * @param reference such as {@code env:BINANCE_SECRET} or {@code file:keys/binance}.
     * @return the secret, without the line end that editors put behind it.
     * @throws ConfigException if there is none, or others could read it.
     */
    Secret read(final String place, final String reference) {
        requireReference(place, reference);
        if (reference.startsWith(ENVIRONMENT)) {
            final String name = reference.substring(ENVIRONMENT.length());
            return secret(place, "the variable " + name + " of the environment", environment.apply(name));
        }
        final Path file = Path.of(reference.substring(FILE.length()));
        try {
            requireOwnersAlone(place, file);
            return secret(place, file.toString(), Files.readString(file));
        } catch (final NoSuchFileException e) {
            throw new ConfigException(place + ": " + file + ": no such file");
        } catch (final UnsupportedOperationException e) {
            throw new ConfigException(place + ": " + file + ": nobody can say here who may read it; use env:NAME");
        } catch (final IOException e) {
            // Its message may quote what was read.
            throw new ConfigException(place + ": " + file + ": cannot be read as text");
        }
    }

    private static void requireOwnersAlone(final String place, final Path file) throws IOException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new ConfigException(place + ": " + file + ": others may read this file; chmod 600 " + file
                    + ", and change the secret if others can be on this machine");
        }
        if (Files.size(file) > MAX_LENGTH_BYTES) {
            throw new ConfigException(
                    place + ": " + file + ": is larger than " + MAX_LENGTH_BYTES + " bytes; that is no secret");
        }
    }

    private static Secret secret(final String place, final String origin, final String value) {
        if (value == null || value.isBlank()) {
            throw new ConfigException(place + ": " + origin + " is not set");
        }
        return new Secret(value.strip());
    }
}
