package reprise.journal;

import java.util.List;

/**
 * What a file of a log was when the log was closed. The ranges are all bytes that are not in a document with records: header, index pages,
 * padding, end mark. The documents need no entry here, each frame carries its own checksum.
 *
 * @param name of the file in the log's directory.
 * @param sizeBytes to which it was cut.
 * @param ranges in order of position, not overlapping.
 */
record SealedFile(String name, long sizeBytes, List<Range> ranges) {
    /**
     * Bytes with a checksum.
     *
     * @param position in the file.
     * @param lengthBytes more than 0.
     * @param crc32c of the bytes.
     */
    record Range(long position, long lengthBytes, int crc32c) {
        long end() {
            return position + lengthBytes;
        }
    }

    SealedFile {
        ranges = List.copyOf(ranges);
        long previousEnd = 0;
        for (final Range range : ranges) {
            if (range.position() < previousEnd || range.lengthBytes() <= 0 || range.end() > sizeBytes) {
                throw new IllegalArgumentException("sealed range out of order: file=" + name + ", " + range);
            }
            previousEnd = range.end();
        }
    }
}
