package reprise.simulation.data;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file that can be opened again and again, with its compression looked through. Compression is told from the first bytes, not
 * from the name.
 */
final class SourceFile {

    /** How the bytes are packed. */
    enum Compression {
        NONE("none"),
        GZIP("gzip"),
        ZIP("zip");

        private final String label;

        Compression(final String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private static final int INFLATER_BUFFER_BYTES = 1 << 16;
    private static final int ENTRIES_SHOWN = 5;

    private final Path path;
    private final Compression compression;
    private final String entryName;

    private SourceFile(final Path path, final Compression compression, final String entryName) {
        this.path = path;
        this.compression = compression;
        this.entryName = entryName;
    }

    /** Checks that the path is a readable, non-empty file and finds out how it is packed. */
    static SourceFile of(final Path path) {
        requireReadableFile(path);
        final byte[] magic = firstBytes(path);
        if (magic.length == 0) {
            throw new DataException(path + ": the file is empty; expected bars, one a line");
        }
        if (startsWith(magic, 0x1f, 0x8b)) {
            return new SourceFile(path, Compression.GZIP, null);
        }
        if (startsWith(magic, 'P', 'K')) {
            return new SourceFile(path, Compression.ZIP, onlyEntry(path));
        }
        return new SourceFile(path, Compression.NONE, null);
    }

    /** Opens the unpacked bytes from the beginning. The caller closes. */
    InputStream open() {
        try {
            return switch (compression) {
                case NONE -> new FileInputStream(path.toFile());
                case GZIP -> new GZIPInputStream(new FileInputStream(path.toFile()), INFLATER_BUFFER_BYTES);
                case ZIP -> new ZipEntryInputStream(path, entryName);
            };
        } catch (final IOException e) {
            throw unreadable(e);
        }
    }

    /** Turns a failure of the stream into words about this file. */
    DataException unreadable(final IOException cause) {
        final String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return switch (compression) {
            case NONE -> new DataException(this + ": cannot be read: " + why, cause);
            case GZIP, ZIP ->
                new DataException(
                        this + ": the " + compression + " data is damaged or cut off (" + why
                                + "); fetch or copy the file again",
                        cause);
        };
    }

    Path path() {
        return path;
    }

    Compression compression() {
        return compression;
    }

    /** Name of the unpacked file: the archive's entry, or the file's own name without .gz. */
    String innerName() {
        if (entryName != null) {
            return entryName.substring(entryName.lastIndexOf('/') + 1);
        }
        final String name = String.valueOf(path.getFileName());
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    /** The name used in messages. */
    @Override
    public String toString() {
        return entryName == null ? path.toString() : path + "!" + entryName;
    }

    private static void requireReadableFile(final Path path) {
        if (!Files.exists(path)) {
            throw new DataException(path + ": no such file");
        }
        if (Files.isDirectory(path)) {
            throw new DataException(path + ": is a directory; name one bar file");
        }
        if (!Files.isReadable(path)) {
            throw new DataException(path + ": no permission to read the file");
        }
    }

    private static byte[] firstBytes(final Path path) {
        try (InputStream in = new FileInputStream(path.toFile())) {
            return in.readNBytes(2);
        } catch (final IOException e) {
            throw new DataException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean startsWith(final byte[] bytes, final int first, final int second) {
        return bytes.length == 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    private static String onlyEntry(final Path path) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            final List<String> names = zip.stream()
                    .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
                    .map(ZipEntry::getName)
                    .toList();
            if (names.size() != 1) {
                throw new DataException(path + ": the zip holds " + names.size() + " files " + shown(names)
                        + "; expected exactly one, unpack it and name one file");
            }
            return names.get(0);
        } catch (final IOException e) {
            throw new DataException(
                    path + ": the zip data is damaged or cut off (" + e.getMessage()
                            + "); fetch or copy the file again",
                    e);
        }
    }

    private static String shown(final List<String> names) {
        return names.size() <= ENTRIES_SHOWN ? names.toString() : names.subList(0, ENTRIES_SHOWN) + "...";
    }
}
