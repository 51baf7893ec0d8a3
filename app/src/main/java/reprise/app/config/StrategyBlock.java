package reprise.app.config;

import java.util.List;
import reprise.bar.BarExpression;
import reprise.bar.BarSpec;
import reprise.core.ExecutionPolicy;
import reprise.exit.ExitPolicy;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.signal.StrategyTerms;
import reprise.strategies.StrategyCatalog;
import reprise.strategy.ParameterReader;
import reprise.strategy.Strategy;

/**
 * One configured strategy: reads its parameters from its block of the file and makes a fresh instance whenever a run asks for one.
 */
public final class StrategyBlock {
    private static final String EXITS = "exits";
    private static final String EXECUTION = "execution";
    private static final String SIZING = "sizing";

    private final String name;
    private final String kind;
    private final SectionSource source;
    private final List<InstrumentDefinition> instruments;

    /** Opens the block anew for each reading, because reading marks keys as known. */
    interface SectionSource {
        Section open();
    }

    StrategyBlock(final String name, final SectionSource source, final List<InstrumentDefinition> instruments) {
        this.name = name;
        this.source = source;
        this.instruments = instruments;
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
     * How the strategy's positions are left, apart from what it decides itself.
     *
     * @return null if the block has no {@code exits}.
     * @throws ConfigException if a rule makes no sense.
     */
    public ExitPolicy exits() {
        final Section section = source.open();
        return section.has(EXITS) ? ExitSection.read(section.section(EXITS)) : null;
    }

    /**
     * How the strategy's targets and accepted signals become orders.
     *
     * @return market orders at once if the block has no {@code execution}.
     * @throws ConfigException if a value makes no sense.
     */
    public ExecutionPolicy execution() {
        return ExecutionSection.read(source.open().optionalSection(EXECUTION));
    }

    /**
     * Whether the block says how signals are sized.
     *
     * @return whether it has {@code sizing}.
     */
    public boolean isSized() {
        return source.open().has(SIZING);
    }

    /**
     * How much the strategy's accepted signals trade, and what the arbiter holds it to.
     *
     * @return the house's terms where the block has no {@code sizing}.
     * @throws ConfigException if a value makes no sense.
     */
    public StrategyTerms terms() {
        final Section section = source.open();
        final String symbol = section.has("instrument") ? section.requiredText("instrument") : "";
        final int quantityDecimals = instruments.stream()
                .filter(definition -> definition.symbol().equals(symbol))
                .mapToInt(InstrumentDefinition::quantityDecimals)
                .findFirst()
                .orElse(0);
        return SizingSection.read(section.optionalSection(SIZING), quantityDecimals);
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
        section.has(EXITS);
        section.has(EXECUTION);
        section.has(SIZING);
        final Strategy strategy = StrategyCatalog.create(kind, new SectionParameters(section, instruments));
        section.finish();
        return strategy;
    }

    /** Parameters in a section of a file. */
    private record SectionParameters(Section section, List<InstrumentDefinition> instruments)
            implements ParameterReader {
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
            final List<String> symbols =
                    instruments.stream().map(InstrumentDefinition::symbol).toList();
            if (!symbols.contains(symbol)) {
                throw section.invalid(
                        name,
                        "'" + symbol + "' is not among the instruments" + Nearest.suggestion(symbol, symbols)
                                + "; configured: " + String.join(", ", symbols));
            }
            return symbol;
        }

        @Override
        public BarSpec bars(final String name, final String instrument) {
            if (!section.has(name)) {
                return null;
            }
            try {
                return BarExpression.parse(section.requiredText(name), quantityDecimals(instrument));
            } catch (final IllegalArgumentException e) {
                throw section.invalid(name, e.getMessage());
            }
        }

        @Override
        public boolean executesTargets() {
            return section.has(EXECUTION);
        }

        private int quantityDecimals(final String symbol) {
            return instruments.stream()
                    .filter(definition -> definition.symbol().equals(symbol))
                    .findFirst()
                    .orElseThrow()
                    .quantityDecimals();
        }

        @Override
        public RuntimeException invalid(final String name, final String problem) {
            return section.invalid(name, problem);
        }
    }
}
