package reprise.simulation.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import reprise.testkit.SharedFiles;

/** Compares lists of what was filled. */
final class PeerFills {
    private PeerFills() {}

    /** Both lists must be the same, line by line. */
    static Figure compare(final String name, final String what, final List<String> theirs, final List<String> ours) {
        assertThat(ours).as(name).isEqualTo(theirs);
        return Figure.equal(name, theirs.size() + " " + what, ours.size() + " " + what);
    }

    /**
     * Fills must be those of a file of days, symbols, sides, quantities and prices, where a price may have more decimals than ours: it is
     * the same if ours is the nearest one that we have, but for a rounding or two of their double.
     */
    static Figure compareRounded(final String file, final List<PeerFill> ours) {
        final List<String> lines = SharedFiles.lines(file);
        assertThat(ours).hasSize(lines.size() - 1);
        for (int i = 0; i < ours.size(); i++) {
            final String[] theirs = lines.get(i + 1).split(",");
            final PeerFill fill = ours.get(i);
            final int sign = theirs[2].equals("BUY") ? 1 : -1;
            assertThat(fill.date()).as(lines.get(i + 1)).isEqualTo(theirs[0].substring(0, 10));
            assertThat(fill.definition().symbol()).as(lines.get(i + 1)).isEqualTo(theirs[1]);
            assertThat(fill.quantity()).as(lines.get(i + 1)).isEqualTo(sign * Long.parseLong(theirs[3]));
            requireNearest(fill, theirs[4]);
        }
        return Figure.equal("fills", lines.size() - 1 + " fills", ours.size() + " fills", PeerRun.ROUNDED);
    }

    private static void requireNearest(final PeerFill fill, final String theirPrice) {
        final int decimals = fill.definition().priceDecimals();
        final BigDecimal difference = BigDecimal.valueOf(fill.price(), decimals).subtract(new BigDecimal(theirPrice));
        final double bound = 0.5 * Math.pow(10, -decimals) + 2 * Math.ulp(Double.parseDouble(theirPrice));
        assertThat(Math.abs(difference.doubleValue()))
                .as("%s at %s", fill, theirPrice)
                .isLessThanOrEqualTo(bound);
    }
}
