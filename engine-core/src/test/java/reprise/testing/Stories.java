package reprise.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Scenarios as text: each begins with a line that says what it shows, and ends with an empty line. */
public final class Stories {
    private Stories() {}

    /**
     * The stories beside a test.
     *
     * @param test whose stories they are.
     * @param name of the file in the test's package.
     * @return one text each, without the empty line.
     */
    public static List<String> of(final Class<?> test, final String name) {
        try (InputStream in = test.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no stories beside " + test + ": " + name);
            }
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\n\n"));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
