package reprise.simulation.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The beginning of a file as text, for telling its format. */
final class Head {

    private static final int HEAD_BYTES = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<String> lines;
    private final boolean binary;

    private Head(final byte[] bytes) {
        final String text = new String(bytes, StandardCharsets.UTF_8);
        final String plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        this.binary = text.indexOf('\0') >= 0;
        this.lines = plain.lines().toList();
    }

    /** Reads the first bytes. */
    static Head of(final SourceFile source) {
        try (InputStream in = source.open()) {
            return new Head(in.readNBytes(HEAD_BYTES));
        } catch (final IOException e) {
            throw source.unreadable(e);
        }
    }

    /** Whether this is not text in UTF-8. */
    boolean isBinary() {
        return binary;
    }

    boolean isBlank() {
        return lines.stream().allMatch(String::isBlank);
    }

    boolean isJson() {
        final String first = firstLine().stripLeading();
        return first.startsWith("{") || first.startsWith("[");
    }

    /** The first line that is not blank. */
    String firstLine() {
        return lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    List<String> lines() {
        return lines;
    }

    /** The delimiter a line uses: the most frequent of comma, semicolon and tab. */
    static char delimiterOf(final String line) {
        char best = ',';
        for (final char candidate : new char[] {';', '\t'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    /** Splits a line at its delimiter and takes off quotes and spaces. */
    static List<String> split(final String line, final char delimiter) {
        return List.of(line.split(String.valueOf(delimiter), -1)).stream()
                .map(name -> name.strip().replaceAll("^\"|\"$", "").strip())
                .toList();
    }

    private static long count(final String line, final char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}
