package reprise.simulation.data;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files written for a test, and bars read back as text. */
final class BarText {

    static final ReadOptions TWO_DECIMALS = ReadOptions.of(2, 3);
    static final String HEADER = "timestamp,open,high,low,close,volume\n";

    private BarText() {}

    static Path write(final Path folder, final String name, final String content) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            return Files.writeString(folder.resolve(name), content);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path gzip(final Path folder, final String name, final String content) {
        final Path path = write(folder, name, "");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
            return path;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path zip(final Path folder, final String name, final String entry, final String content) {
        final Path path = write(folder, name, "");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(content.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            return path;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All bars as "open time/close time o h l c v" with the unscaled numbers. */
    static List<String> read(final Path path, final ReadOptions options) {
        try (BarReader reader = BarFiles.open(path, options)) {
            return rest(reader);
        }
    }

    static List<String> rest(final BarReader reader) {
        final List<String> bars = new ArrayList<>();
        while (reader.next()) {
            bars.add(current(reader));
        }
        return bars;
    }

    static String current(final BarReader reader) {
        return UtcText.of(reader.openTimeNs()) + "/" + UtcText.of(reader.closeTimeNs()) + " " + reader.openPrice() + " "
                + reader.highPrice() + " " + reader.lowPrice() + " " + reader.closePrice() + " " + reader.volume();
    }

    static BarFileFacts facts(final Path path, final ReadOptions options) {
        try (BarReader reader = BarFiles.open(path, options)) {
            return reader.facts();
        }
    }
}
