package reprise.simulation.data;

/** Rows in the order of the file. */
final class FileOrderRows implements BarRows {

    private final RowSource source;
    private final RowParser parser;
    private final DataQuality quality;
    private final BarRow row = new BarRow();

    FileOrderRows(final RowSource source, final RowParser parser, final DataQuality quality) {
        this.source = source;
        this.parser = parser;
        this.quality = quality;
    }

    @Override
    public boolean next() {
        while (source.next()) {
            quality.row();
            if (parser.parse(source.fields(), row)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public BarRow row() {
        return row;
    }

    @Override
    public void close() {
        source.close();
    }
}
