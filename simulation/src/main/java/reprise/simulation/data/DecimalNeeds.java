package reprise.simulation.data;

/**
 * How many decimals the numbers of a file need, found by reading all of it once.
 *
 * @param price decimals of the price that needs most
 * @param volume decimals of the volume that needs most
 * @param priceDigits digits before the point of the largest price
 * @param volumeDigits digits before the point of the largest volume
 */
record DecimalNeeds(int price, int volume, int priceDigits, int volumeDigits) {

    /** Volumes are often sums of floating point numbers; digits beyond this carry nothing. */
    private static final int USEFUL_VOLUME_DECIMALS = 8;

    /** Reads all rows; fields that are no numbers count for nothing. */
    static DecimalNeeds of(final SourceFile source, final Dialect dialect) {
        final Columns columns = dialect.columns();
        final Widest prices = new Widest(dialect.priceExponent());
        final Widest volumes = new Widest(0);
        try (RowSource rows = dialect.layout().open(source)) {
            while (rows.next()) {
                final Fields row = rows.fields();
                prices.add(row, columns.open());
                prices.add(row, columns.high());
                prices.add(row, columns.low());
                prices.add(row, columns.close());
                if (columns.hasVolume()) {
                    volumes.add(row, columns.volume());
                }
            }
        }
        return new DecimalNeeds(prices.decimals, volumes.decimals, prices.digits, volumes.digits);
    }

    /** Price decimals with which every price fits a long. */
    int readablePrice() {
        return fitting(price, priceDigits);
    }

    /** Volume decimals worth keeping with which every volume fits a long. */
    int readableVolume() {
        return fitting(Math.min(volume, USEFUL_VOLUME_DECIMALS), volumeDigits);
    }

    private static int fitting(final int decimals, final int digits) {
        return Math.max(0, Math.min(decimals, ReadOptions.MAX_DECIMALS - digits));
    }

    private static final class Widest {

        private final DecimalParser decimal = new DecimalParser();
        private final int exponent;
        private int decimals;
        private int digits = 1;

        Widest(final int exponent) {
            this.exponent = exponent;
        }

        void add(final Fields row, final int column) {
            if (!row.has(column) || !decimal.parse(row.bytes, row.start(column), row.end(column))) {
                return;
            }
            if (exponent != 0) {
                decimal.divideByPowerOfTen(exponent);
            }
            decimals = Math.max(decimals, decimal.decimalsNeeded());
            digits = Math.max(digits, decimal.integerDigits());
        }
    }
}
