package reprise.app.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reprise.core.ExecutionPolicy;
import reprise.exit.ExitPolicy;
import reprise.market.InstrumentDefinition;
import reprise.parameter.ParameterRecords;
import reprise.parameter.WantedBars;
import reprise.signal.StrategyTerms;
import reprise.simulation.data.BarPeriod;
import reprise.strategies.AbsentStrategy;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyKind;

/**
 * One configured strategy: reads its parameters from its block of the file and makes a fresh instance whenever a run asks for one.
 */
public final class StrategyBlock {
    private static final String BRACKET = "bracketStop";
    private static final String EXITS = "exits";
    private static final String EXECUTION = "execution";
    private static final String SIZING = "sizing";
    private static final String GONE = "";

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
        final Set<String> kinds = StrategyKinds.all().keySet();
        if (!kinds.contains(kind)) {
            throw section.invalid(
                    "kind",
                    "'" + kind + "' is no strategy" + Nearest.suggestion(kind, kinds) + "; there are: "
                            + String.join(", ", kinds));
        }
    }

    private StrategyBlock(final String name) {
        this.name = name;
        kind = GONE;
        source = () -> new Section(name, "", YamlFile.parse(name, "{}"));
        instruments = List.of();
    }

    /** The place of a strategy that is not configured any more. */
    static StrategyBlock gone(final String name) {
        return new StrategyBlock(name);
    }

    /**
     * Whether only the place is left.
     *
     * @return true for a strategy of an earlier run that this configuration does not have.
     */
    public boolean isGone() {
        return kind.equals(GONE);
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
     * @return null, which stands for market orders at once, if the block has no {@code execution}.
     * @throws ConfigException if a value makes no sense.
     */
    public ExecutionPolicy execution() {
        final Section section = source.open();
        return section.has(EXECUTION) ? ExecutionSection.read(section.section(EXECUTION)) : null;
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
        if (isGone()) {
            return new AbsentStrategy();
        }
        return create(StrategyKinds.all().get(kind));
    }

    private <P extends Record> Strategy create(final StrategyKind<P> made) {
        final Section section = source.open();
        if (section.has(EXECUTION) && section.has(BRACKET)) {
            throw section.invalid(
                    BRACKET, "a bracket needs market orders of the strategy's own, not a configured execution");
        }
        return made.create(parameters(made, section));
    }

    private <P extends Record> P parameters(final StrategyKind<P> made, final Section section) {
        section.has("kind");
        section.has(EXITS);
        section.has(EXECUTION);
        section.has(SIZING);
        return ParameterRecords.read(made.parameters(), new SectionParameters(section, instruments));
    }

    /**
     * Refuses bars that cannot be built of what the data has: the strategy would never be told of one, or of some that are longer than others.
     * Where the parameters do not say of which instruments they are, they are refused only if there are none that they can be built of.
     *
     * @param lengthsNs how long the bars of an instrument are, in nanoseconds, by symbol.
     * @throws ConfigException naming the key, what it wants and what there is.
     */
    public void requireBuildable(final Map<String, ? extends Set<Long>> lengthsNs) {
        if (isGone()) {
            return;
        }
        final Section section = source.open();
        for (final WantedBars wanted :
                WantedBars.of(parameters(StrategyKinds.all().get(kind), section))) {
            final boolean named = !wanted.symbols().isEmpty();
            final List<String> symbols = named ? wanted.symbols() : List.copyOf(lengthsNs.keySet());
            final List<String> unfit = symbols.stream()
                    .filter(symbol -> lengthsNs.get(symbol).stream().noneMatch(wanted.spec()::isFilledBy))
                    .toList();
            if (named ? !unfit.isEmpty() : unfit.size() == symbols.size()) {
                throw section.invalid(wanted.parameter(), unbuildable(wanted, unfit.get(0), lengthsNs));
            }
        }
    }

    private static String unbuildable(
            final WantedBars wanted, final String symbol, final Map<String, ? extends Set<Long>> lengthsNs) {
        final String lengths = lengthsNs.get(symbol).stream()
                .map(lengthNs -> BarPeriod.ofNanos(lengthNs).toString())
                .collect(Collectors.joining(" or "));
        return wanted.spec().label() + " cannot be built of the bars of " + symbol + ", which are of " + lengths
                + "; give a multiple of " + lengths + ", or leave it out to look at these themselves";
    }
}
