package reprise.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Goes through the fields of a snapshot, one after the other. */
final class SnapshotFields {
    private final byte[] bytes;
    private final ByteBuffer view;
    private final int end;
    private final List<String> texts = new ArrayList<>();
    private int position;
    private int kind;
    private String name = "";
    private long number;
    private String text = "";

    SnapshotFields(final byte[] bytes, final int begin, final int end) {
        this.bytes = bytes;
        view = SnapshotFormat.view(bytes);
        this.end = end;
        position = begin;
    }

    boolean hasNext() {
        return position < end;
    }

    void next() {
        final long tag = number();
        kind = (int) tag & (1 << SnapshotFormat.KIND_BITS) - 1;
        name = text((int) (tag >>> SnapshotFormat.KIND_BITS));
        switch (kind) {
            case SnapshotFormat.SECTION, SnapshotFormat.INTEGER -> {
                final long folded = number();
                number = folded >>> 1 ^ -(folded & 1);
            }
            case SnapshotFormat.REAL -> {
                number = view.getLong(position);
                position += Long.BYTES;
            }
            case SnapshotFormat.TEXT -> text = text((int) number());
            default -> throw new IllegalStateException("no such kind of field: " + kind);
        }
    }

    private long number() {
        long value = 0;
        int shift = 0;
        byte part;
        do {
            part = bytes[position++];
            value |= (part & 0x7FL) << shift;
            shift += 7;
        } while (part < 0);
        return value;
    }

    private String text(final int textNumber) {
        if (textNumber > 0) {
            return texts.get(textNumber - 1);
        }
        final int lengthBytes = (int) number();
        final String found = new String(bytes, position, lengthBytes, StandardCharsets.UTF_8);
        position += lengthBytes;
        texts.add(found);
        return found;
    }

    int kind() {
        return kind;
    }

    String name() {
        return name;
    }

    long integer() {
        return number;
    }

    double real() {
        return Double.longBitsToDouble(number);
    }

    String text() {
        return text;
    }

    /** Shows all that are left. */
    void showTo(final StateSink sink) {
        while (hasNext()) {
            next();
            switch (kind) {
                case SnapshotFormat.SECTION -> sink.section(name, number);
                case SnapshotFormat.INTEGER -> sink.field(name, number);
                case SnapshotFormat.REAL -> sink.field(name, real());
                default -> sink.field(name, text);
            }
        }
    }
}
