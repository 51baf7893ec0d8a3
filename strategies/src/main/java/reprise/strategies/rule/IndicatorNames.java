package reprise.strategies.rule;

import java.util.ArrayList;
import java.util.List;
import reprise.indicator.IndicatorCatalog;
import reprise.indicator.IndicatorSpec;
import reprise.indicator.Indicators;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.Instruments;

/** What a rule may read: tries each expression on an instrument that nothing trades, so that a mistake is found when the rule is read. */
final class IndicatorNames {
    private static final List<String> BAR_LINES =
            List.of("open", "high", "low", "close", "volume", "session", "minute", "time");

    private final Instrument nowhere = new Instrument(new InstrumentDefinition(0, 0, "?", "?", "?", 2, 2, 1, 1, 0));
    private final Indicators trial = new Indicators(new Instruments(), IndicatorCatalog.shipped());
    private final List<String> names = new ArrayList<>(BAR_LINES);

    IndicatorNames() {
        IndicatorCatalog.shipped().all().stream().map(IndicatorSpec::name).forEach(names::add);
    }

    List<String> names() {
        return names;
    }

    boolean has(final String name) {
        return names.contains(name);
    }

    /** Why an expression cannot be demanded; null if it can. Which other instruments there are is known at the start only. */
    String problemWith(final String expression) {
        try {
            trial.demand(nowhere, expression.replaceAll("@[A-Za-z0-9_./-]+", ""));
            return null;
        } catch (final IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
