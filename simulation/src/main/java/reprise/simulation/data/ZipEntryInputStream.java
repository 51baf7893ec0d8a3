package reprise.simulation.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** The bytes of one entry of a zip file; closing it closes the zip file. */
final class ZipEntryInputStream extends FilterInputStream {

    private final ZipFile zip;

    ZipEntryInputStream(final Path path, final String entryName) throws IOException {
        this(new ZipFile(path.toFile()), entryName);
    }

    private ZipEntryInputStream(final ZipFile zip, final String entryName) throws IOException {
        super(zip.getInputStream(zip.getEntry(entryName)));
        this.zip = zip;
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            super.close();
        }
    }
}
