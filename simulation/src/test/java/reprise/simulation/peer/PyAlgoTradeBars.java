package reprise.simulation.peer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import reprise.simulation.BarList;
import reprise.simulation.TestMarket;
import reprise.testkit.SharedFiles;

/** Daily bars of PyAlgoTrade's samples, adjusted for splits and dividends as it does it, oldest first. */
final class PyAlgoTradeBars {
    /** The most decimals that prices can have here; an adjusted price has no end. */
    static final int DECIMALS = 12;

    private PyAlgoTradeBars() {}

    private static Stream<String[]> rows(final String name) {
        final List<String> lines = new ArrayList<>(SharedFiles.lines("data/pyalgotrade/" + name));
        lines.remove(0);
        Collections.reverse(lines);
        return lines.stream().map(line -> line.split(","));
    }

    /** Raw prices and an adjusted close: every price is multiplied by adjusted close / close. */
    static BarList yahoo(final String... names) {
        final BarList bars = new BarList(TestMarket.DAY_NS);
        Arrays.stream(names).flatMap(PyAlgoTradeBars::rows).forEach(row -> {
            final String[] adjusted = new String[4];
            Arrays.setAll(
                    adjusted,
                    i -> new BigDecimal(row[1 + i])
                            .multiply(new BigDecimal(row[6]))
                            .divide(new BigDecimal(row[4]), MathContext.DECIMAL128)
                            .toPlainString());
            PeerBars.add(bars, PeerBars.dayNs(row[0]), adjusted, 0, DECIMALS);
        });
        return bars;
    }

    /** Prices that somebody else has adjusted. */
    static BarList wiki(final String... names) {
        final BarList bars = new BarList(TestMarket.DAY_NS);
        Arrays.stream(names)
                .flatMap(PyAlgoTradeBars::rows)
                .forEach(row -> PeerBars.add(bars, PeerBars.dayNs(row[0]), row, 8, DECIMALS));
        return bars;
    }
}
