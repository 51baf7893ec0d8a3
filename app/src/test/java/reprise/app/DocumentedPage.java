package reprise.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** README.md or a page of docs: which commands it shows, and what they print. */
final class DocumentedPage {
    private static final Path ROOT = Program.root();
    private static final String FENCE = "```";
    private static final String CONSOLE = "console";

    private final Path file;
    private final List<Block> blocks = new ArrayList<>();

    private DocumentedPage(final Path file) {
        this.file = file;
        read();
    }

    /** A block of a language under a heading. */
    private record Block(String heading, String language, List<String> lines) {}

    /** A command of a session and what it prints. */
    record Step(String command, List<String> output) {}

    /** By its path from the top of the project. */
    static DocumentedPage of(final String path) {
        return new DocumentedPage(ROOT.resolve(path));
    }

    static List<DocumentedPage> all() throws IOException {
        final List<DocumentedPage> pages = new ArrayList<>(List.of(of("README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .forEach(path -> pages.add(new DocumentedPage(path)));
        }
        return pages;
    }

    private void read() {
        String heading = "";
        Block block = null;
        for (final String line : lines()) {
            final String text = line.strip();
            if (text.startsWith(FENCE) && block == null) {
                block = new Block(heading, text.substring(FENCE.length()), new ArrayList<>());
            } else if (text.startsWith(FENCE)) {
                blocks.add(block);
                block = null;
            } else if (block != null) {
                block.lines().add(line);
            } else if (text.startsWith("#")) {
                heading = text.replaceFirst("#+ ", "");
            }
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its console blocks show, from first to last. */
    List<Step> session() {
        final List<Step> steps = new ArrayList<>();
        for (final Block block : blocks) {
            if (block.language().equals(CONSOLE)) {
                addTo(steps, block);
            }
        }
        return steps;
    }

    private static void addTo(final List<Step> steps, final Block block) {
        for (final String line : block.lines()) {
            if (line.startsWith("$ ")) {
                steps.add(new Step(line.substring(2), new ArrayList<>()));
            } else {
                steps.get(steps.size() - 1).output().add(line);
            }
        }
    }

    /** Commands of the program in other blocks under a heading, each in one line and without its comment. */
    List<String> commandsUnder(final String heading) {
        return commands(
                blocks.stream().filter(block -> block.heading().equals(heading)).toList());
    }

    /** The same of the whole page. */
    List<String> commands() {
        return commands(blocks);
    }

    private static List<String> commands(final List<Block> blocks) {
        final List<String> commands = new ArrayList<>();
        for (final Block block : blocks) {
            if (!block.language().equals(CONSOLE)) {
                String.join("\n", block.lines())
                        .replaceAll("\\\\\n\\s*", "")
                        .lines()
                        .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                        .filter(line -> line.startsWith("./reprise "))
                        .forEach(commands::add);
            }
        }
        return commands;
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
