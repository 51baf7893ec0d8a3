package reprise.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A table in a page of the folder {@code docs} that a program has printed, between a comment with the command and a comment with its end. */
public final class DocumentedTable {
    private static final String END = "<!-- end of what it prints -->";

    private DocumentedTable() {}

    /**
     * Fails if the page shows something else than what is printed now; the right text is then in {@code target} of the module.
     *
     * @param page in the folder docs, such as {@code guarantees.md}.
     * @param command that prints the table, as the page's comment has it.
     * @param printed by it now, with a line end behind each line.
     */
    public static void requireCurrent(final String page, final String command, final String printed) {
        final String begin = "<!-- `" + command + "` -->\n";
        final Path right = Path.of("target", command.replaceAll("[^A-Za-z0-9]+", "-") + ".md");
        try {
            Files.createDirectories(right.getParent());
            Files.writeString(right, printed);
            final String text = Files.readString(docs().resolve(page));
            final int from = text.indexOf(begin);
            final int to = text.indexOf(END, Math.max(0, from));
            if (from < 0
                    || to < 0
                    || !text.substring(from + begin.length(), to).strip().equals(printed.strip())) {
                throw new AssertionError("docs/" + page + " is stale: between the lines " + begin.strip() + " and "
                        + END + " must stand what is now in " + right.toAbsolutePath() + ":\n" + printed);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path docs() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/decisions"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs");
    }
}
