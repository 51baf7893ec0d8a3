package reprise.app.config;

import java.util.List;
import reprise.number.Money;
import reprise.strategies.StrategyCatalog;
import reprise.strategy.ParameterReader;
import reprise.strategy.Strategy;

/**
 * One configured strategy: reads its parameters from its block of the file and makes a fresh instance whenever a run asks for one.
 */
public final class StrategyBlock {
    private final String name;
    private final String kind;
    private final SectionSource source;
    private final List<String> symbols;

    /** Opens the block anew for each reading, because reading marks keys as known. */
    interface SectionSource {
        Section open();
    }

    StrategyBlock(final String name, final SectionSource source, final List<String> symbols) {
        this.name = name;
        this.source = source;
        this.symbols = symbols;
        final Section section = source.open();
        this.kind = section.requiredText("kind");
        if (!StrategyCatalog.kinds().contains(kind)) {
            throw section.invalid(
                    "kind",
                    "'" + kind + "' is no strategy" + Nearest.suggestion(kind, StrategyCatalog.kinds())
                            + "; there are: " + String.join(", ", StrategyCatalog.kinds()));
        }
    }

    /**
     * The name of the block.
     *
     * @return as configured.
     */
    public String name() {
        return name;
    }

    /**
     * A fresh strategy with the block's parameters.
     *
     * @return not started yet.
     * @throws ConfigException if a parameter is unknown, of the wrong type or out of range.
     */
    public Strategy newStrategy() {
        final Section section = source.open();
        section.has("kind");
        final Strategy strategy = StrategyCatalog.create(kind, new SectionParameters(section, symbols));
        section.finish();
        return strategy;
    }

    /** Parameters in a section of a file. */
    private record SectionParameters(Section section, List<String> symbols) implements ParameterReader {
        @Override
        public int integer(final String name, final int defaultValue, final int min, final int max) {
            return section.integer(name, defaultValue, min, max);
        }

        @Override
        public double real(final String name, final double defaultValue, final double min, final double max) {
            return section.real(name, defaultValue, min, max);
        }

        @Override
        public long money(final String name, final long defaultValue, final long min) {
            return section.money(name, Money.format(defaultValue), min);
        }

        @Override
        public boolean flag(final String name, final boolean defaultValue) {
            return section.flag(name, defaultValue);
        }

        @Override
        public String instrument(final String name) {
            final String symbol = section.requiredText(name);
            if (!symbols.contains(symbol)) {
                throw section.invalid(
                        name,
                        "'" + symbol + "' is not among the instruments" + Nearest.suggestion(symbol, symbols)
                                + "; configured: " + String.join(", ", symbols));
            }
            return symbol;
        }

        @Override
        public RuntimeException invalid(final String name, final String problem) {
            return section.invalid(name, problem);
        }
    }
}
