package reprise.strategies.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import reprise.indicator.IndicatorCatalog;
import reprise.indicator.Indicators;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.Instruments;

/** One rule on the bars that a test tells. Prices in units of 1, two decimals. */
final class RuleBench {
    private final Instrument instrument =
            new Instrument(new InstrumentDefinition(0, 0, "TEST", "TEST", "USD", 2, 0, 1, 1, 0));
    private final Indicators indicators = new Indicators(new Instruments(), IndicatorCatalog.shipped());
    private final CompiledRule rule;
    private long minutes;

    private RuleBench(final RuleCompiler compiler) {
        rule = compiler.compile(expression -> indicators.demand(instrument, expression));
    }

    static RuleBench when(final String when) {
        return of(Map.of(), when);
    }

    static RuleBench of(final Map<String, String> conditions, final String when) {
        return new RuleBench(RuleCompiler.read("test", new LinkedHashMap<>(conditions), when));
    }

    CompiledRule rule() {
        return rule;
    }

    /** A bar of one price and volume 1; whether the rule fires. */
    boolean close(final double price) {
        return bar(price, price, price, price, 1);
    }

    boolean bar(final double open, final double high, final double low, final double close, final long volume) {
        tell(open, high, low, close, volume);
        return rule.onBar();
    }

    /** The indicators see a bar, the rule does not. */
    void tell(final double open, final double high, final double low, final double close, final long volume) {
        final long minuteNs = 60_000_000_000L;
        instrument.onBar(++minutes * minuteNs, minuteNs, units(open), units(high), units(low), units(close), volume);
        indicators.onBar(instrument);
    }

    private static long units(final double price) {
        return Math.round(price * 100);
    }

    /** What the rule knows after each close: T, F or ? */
    String states(final double... closes) {
        final StringBuilder states = new StringBuilder();
        for (final double price : closes) {
            close(price);
            final double state = rule.state();
            states.append(Double.isNaN(state) ? '?' : state == 1 ? 'T' : 'F');
        }
        return states.toString();
    }
}
