package reprise.state;

/**
 * Puts the state of a snapshot back into an owner, which must ask for the same fields in the same order as when it was written: whatever is
 * missing, unknown or elsewhere is refused, and the message names section and field. Use once; allocates.
 */
public final class SnapshotReader implements StateExchange {
    private final SnapshotHeader header;
    private final SnapshotFields fields;
    private final int version;
    private String section = "none";
    private long sectionKey;

    /**
     * A reader at the beginning of a snapshot.
     *
     * @param bytes of the whole snapshot, nothing more.
     * @throws IllegalStateException if anything is wrong with it, see {@link SnapshotHeader#verify}.
     */
    public SnapshotReader(final byte[] bytes) {
        header = SnapshotHeader.verify(bytes);
        version = SnapshotFormat.view(bytes).getInt(SnapshotFormat.VERSION_OFFSET);
        fields = new SnapshotFields(bytes, SnapshotFormat.FIELDS_OFFSET, bytes.length - SnapshotFormat.CHECKSUM_LENGTH);
    }

    /**
     * Shows the whole state of a snapshot, for those who take up only a part of it.
     *
     * @param bytes of the whole snapshot, nothing more.
     * @param sink receives all sections and fields, in order.
     * @throws IllegalStateException if anything is wrong with it, see {@link SnapshotHeader#verify}.
     */
    public static void show(final byte[] bytes, final StateSink sink) {
        new SnapshotReader(bytes).fields.showTo(sink);
    }

    /**
     * What the snapshot says about itself.
     *
     * @return its header.
     */
    public SnapshotHeader header() {
        return header;
    }

    /**
     * Restores an owner, and makes sure that nothing was left out: everything was read, and the state of the owner has the hash that the
     * snapshot says.
     *
     * @param owner fresh, of the same configuration.
     * @throws IllegalStateException if the snapshot is of something else; the owner must not be used then.
     */
    public void restore(final Snapshotable owner) {
        if (version != SnapshotFormat.VERSION) {
            throw new IllegalStateException("cannot restore the snapshot: the build that saved it, in version "
                    + version + " of the encoding, hashed states in another way");
        }
        try {
            owner.exchange(this);
        } catch (final IllegalStateException | IllegalArgumentException e) {
            throw new IllegalStateException("cannot restore the snapshot at " + place() + ": " + e.getMessage(), e);
        }
        if (fields.hasNext()) {
            fields.next();
            throw new IllegalStateException("cannot restore the snapshot: there is more behind " + place()
                    + " than is known, beginning with " + fields.name());
        }
        final String hash = StateHash.of(owner);
        if (!hash.equals(header.stateHash())) {
            throw new IllegalStateException(
                    "what was restored is not what was saved: state hash " + hash + ", not " + header.stateHash());
        }
    }

    private String place() {
        return "section " + section + " " + sectionKey;
    }

    @Override
    public long field(final String name, final long value) {
        take(name, SnapshotFormat.INTEGER);
        return fields.integer();
    }

    @Override
    public double field(final String name, final double value) {
        take(name, SnapshotFormat.REAL);
        return fields.real();
    }

    @Override
    public String field(final String name, final String value) {
        take(name, SnapshotFormat.TEXT);
        return fields.text();
    }

    @Override
    public long key(final String name, final long key) {
        take(name, SnapshotFormat.SECTION);
        section = name;
        sectionKey = fields.integer();
        return sectionKey;
    }

    @Override
    public boolean isRestoring() {
        return true;
    }

    private void take(final String name, final int kind) {
        if (!fields.hasNext()) {
            throw new IllegalStateException("it ends where " + name + " was expected");
        }
        fields.next();
        if (!fields.name().equals(name) || fields.kind() != kind) {
            throw new IllegalStateException("expected " + name + ", " + SnapshotFormat.kindName(kind) + ", and found "
                    + fields.name() + ", " + SnapshotFormat.kindName(fields.kind()));
        }
    }
}
