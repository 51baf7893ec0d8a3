package reprise.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A readable file of {@code key=value} lines whose last line is the checksum of all lines before it, so that a change of any byte is
 * noticed. Keeps the order of the keys. Java's own {@link java.util.Properties} can read it too.
 *
 * @param values by key.
 * @param isIntact false if the checksum is not right; the values are then not to be trusted.
 */
record PropertiesFile(Map<String, String> values, boolean isIntact) {
    private static final String TITLE =
            "# A journal of Reprise. Written by the program; a change of any byte is reported as damage.\n";
    private static final String CHECKSUM_KEY = "crc32c=";
    private static final int CHECKSUM_LINE_BYTES = CHECKSUM_KEY.length() + 9;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]+");

    /** No journal needs more; anything longer is not read into memory. */
    private static final long BYTES_MAX = 64L << 20;

    /**
     * Writes a file, replacing the old one in one step.
     *
     * @param file to write.
     * @param values by key.
     * @throws IOException if the disk refuses.
     */
    static void write(final Path file, final Map<String, String> values) throws IOException {
        final StringBuilder text = new StringBuilder(TITLE);
        values.forEach((key, value) -> {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("key of a journal's property: " + key);
            }
            text.append(key).append('=').append(escape(value)).append('\n');
        });
        final byte[] lines = text.toString().getBytes(StandardCharsets.UTF_8);
        text.append(checksumLine(lines, lines.length));
        Disk.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a file, whatever it holds.
     *
     * @param file to read.
     * @return its values.
     * @throws IOException if it cannot be read.
     */
    static PropertiesFile read(final Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            return new PropertiesFile(Map.of(), false);
        }
        final byte[] bytes = Files.readAllBytes(file);
        final int linesBytes = Math.max(0, bytes.length - CHECKSUM_LINE_BYTES);
        final byte[] expected = checksumLine(bytes, linesBytes).getBytes(StandardCharsets.UTF_8);
        final boolean isIntact = Arrays.equals(expected, Arrays.copyOfRange(bytes, linesBytes, bytes.length));
        final Map<String, String> values = new LinkedHashMap<>();
        for (final String line : new String(bytes, 0, linesBytes, StandardCharsets.UTF_8).split("\n")) {
            final int separator = line.indexOf('=');
            if (separator > 0 && !line.startsWith("#")) {
                values.put(line.substring(0, separator), unescape(line.substring(separator + 1)));
            }
        }
        return new PropertiesFile(values, isIntact);
    }

    private static String checksumLine(final byte[] bytes, final int length) {
        final CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return CHECKSUM_KEY + String.format("%08x", crc.getValue()) + "\n";
    }

    private static String escape(final String value) {
        final String escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return escaped.startsWith(" ") ? "\\" + escaped : escaped;
    }

    private static String unescape(final String value) {
        final StringBuilder text = new StringBuilder(value.length());
        boolean isEscaped = false;
        for (final char c : value.toCharArray()) {
            if (isEscaped) {
                text.append(
                        switch (c) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> c;
                        });
                isEscaped = false;
            } else if (c == '\\') {
                isEscaped = true;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
