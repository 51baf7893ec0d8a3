package reprise.simulation.alpaca;

import java.math.BigDecimal;
import java.math.RoundingMode;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.market.BarSource;

/**
 * The bars of one asset as trades: four a bar, at its open, at its far and near extreme, and a second before its end at its close. A cursor,
 * single-threaded.
 */
final class BarPath {
    private static final int POINTS = 4;
    private static final long BEFORE_CLOSE_NS = 1_000_000_000L;
    private static final long THIRDS = 3;

    private final Asset asset;
    private final BarSource bars;
    private final int priceDecimals;
    private final int quantityDecimals;
    private final BigDecimal tick;
    private int point = POINTS;

    BarPath(
            final Asset asset,
            final BarSource bars,
            final int priceDecimals,
            final int quantityDecimals,
            final BigDecimal tick) {
        this.asset = asset;
        this.bars = bars;
        this.priceDecimals = priceDecimals;
        this.quantityDecimals = quantityDecimals;
        this.tick = tick;
    }

    /** Moves to the next trade. Returns false at the end. */
    boolean next() {
        if (point < POINTS - 1) {
            point++;
            return true;
        }
        point = 0;
        return bars.next();
    }

    Asset asset() {
        return asset;
    }

    BigDecimal tick() {
        return tick;
    }

    long timeNs() {
        final long lengthNs = bars.closeTimeNs() - bars.openTimeNs();
        return point == POINTS - 1
                ? bars.closeTimeNs() - Math.min(BEFORE_CLOSE_NS, lengthNs / (THIRDS + 1))
                : bars.openTimeNs() + lengthNs * point / THIRDS;
    }

    BigDecimal price() {
        final boolean rises = bars.closePrice() >= bars.openPrice();
        return BigDecimal.valueOf(
                switch (point) {
                    case 0 -> bars.openPrice();
                    case 1 -> rises ? bars.lowPrice() : bars.highPrice();
                    case 2 -> rises ? bars.highPrice() : bars.lowPrice();
                    default -> bars.closePrice();
                },
                priceDecimals);
    }

    /** A quarter of the volume, the last trade what is left; at least one unit, for data without volumes. */
    BigDecimal size() {
        final BigDecimal volume = BigDecimal.valueOf(bars.volume(), quantityDecimals);
        final int decimals = asset.isCrypto() ? quantityDecimals : 0;
        final BigDecimal quarter = volume.divide(BigDecimal.valueOf(POINTS), decimals, RoundingMode.DOWN);
        final BigDecimal size =
                point < POINTS - 1 ? quarter : volume.subtract(quarter.multiply(BigDecimal.valueOf(POINTS - 1)));
        final BigDecimal whole = size.setScale(decimals, RoundingMode.DOWN);
        return whole.signum() > 0 ? whole : BigDecimal.ONE.movePointLeft(decimals);
    }
}
