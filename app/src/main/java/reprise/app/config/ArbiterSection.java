package reprise.app.config;

import java.util.ArrayList;
import java.util.List;
import reprise.calendar.SessionCalendar;
import reprise.core.ArbitrationPolicy;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.signal.ArbiterConfig;
import reprise.signal.ArbitrationContext;
import reprise.signal.StrategyTerms;

/** Reads the block {@code arbiter}: how it is decided between the signals of strategies. */
final class ArbiterSection {
    private static final long MS_NS = 1_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int MAX_POSITIONS = 1_000_000;
    private static final int MAX_LEVERAGE_PCT = 1_000;

    private final Section section;
    private final ArbiterConfig defaults;

    private ArbiterSection(final Section section, final ArbiterConfig defaults) {
        this.section = section;
        this.defaults = defaults;
    }

    static ArbitrationPolicy read(
            final Section section, final List<StrategyTerms> terms, final List<InstrumentDefinition> instruments) {
        try {
            final ArbiterConfig defaults = ArbiterConfig.standard(terms.size() + 1, Math.max(1, instruments.size()));
            final ArbiterSection reader = new ArbiterSection(section, defaults);
            final boolean limited = !section.text("maxParticipationPct", "1").equals("off");
            final ArbitrationPolicy policy = new ArbitrationPolicy(
                    reader.config(limited), terms, limited, reader.clusters(instruments), reader.calendar());
            section.finish();
            return policy;
        } catch (final IllegalArgumentException e) {
            throw section.invalid(e.getMessage());
        }
    }

    private ArbiterConfig config(final boolean limitsParticipation) {
        return new ArbiterConfig(
                defaults.maxStrategies(),
                defaults.maxInstruments(),
                section.integer("maxPending", defaults.maxPending(), 1, 4_096),
                section.integer("tickWindowMs", (int) (defaults.tickWindowNs() / MS_NS), 1, 3_600_000) * MS_NS,
                section.flag("logOnly", defaults.logOnly()),
                section.integer("entryMatchSeconds", (int) (defaults.entryMatchNs() / SECOND_NS), 0, 86_400)
                        * SECOND_NS,
                section.integer("minEntries", defaults.minEntries(), 1, 64),
                section.integer("minDays", defaults.minDays(), 2, 60),
                section.real("maxOverlap", defaults.maxOverlap(), 0, 1),
                section.real("maxCorrelation", defaults.maxCorrelation(), 0, 1),
                section.real("tieTolerance", defaults.tieTolerance(), 0, 1),
                section.integer("maxPositions", defaults.maxPositions(), 1, MAX_POSITIONS),
                section.integer("maxStrategyPositions", defaults.maxStrategyPositions(), 1, MAX_POSITIONS),
                section.integer("maxSymbolPositions", defaults.maxSymbolPositions(), 1, MAX_POSITIONS),
                ExecutionSection.percent(section, "maxGrossPct", "100", MAX_LEVERAGE_PCT),
                ExecutionSection.percent(section, "maxClusterPct", "25", MAX_LEVERAGE_PCT),
                limitsParticipation ? ExecutionSection.percent(section, "maxParticipationPct", "1", 100) : Money.ONE);
    }

    private String calendar() {
        final String name = section.text("calendar", SessionCalendar.utcDays().name());
        try {
            return SessionCalendar.named(name).name();
        } catch (final IllegalArgumentException e) {
            throw section.invalid("calendar", e.getMessage());
        }
    }

    /** Symbols by the names of their clusters, such as {@code majors: BTCUSDT, ETHUSDT}; a symbol is in one cluster at most. */
    private List<Integer> clusters(final List<InstrumentDefinition> instruments) {
        final List<Integer> clusters = new ArrayList<>();
        instruments.forEach(instrument -> clusters.add(ArbitrationContext.NO_CLUSTER));
        final List<String> symbols =
                instruments.stream().map(InstrumentDefinition::symbol).toList();
        final Section block = section.optionalSection("clusters");
        final List<String> names = block.keys();
        for (final String name : names) {
            for (final String word : block.requiredText(name).split(",")) {
                final int instrumentId = symbols.indexOf(word.strip());
                if (instrumentId < 0) {
                    throw block.invalid(
                            name,
                            "'" + word.strip() + "' is not among the instruments"
                                    + Nearest.suggestion(word.strip(), symbols) + "; configured: "
                                    + String.join(", ", symbols));
                }
                if (clusters.set(instrumentId, names.indexOf(name)) != ArbitrationContext.NO_CLUSTER) {
                    throw block.invalid(name, "'" + word.strip() + "' is in two clusters");
                }
            }
        }
        return clusters;
    }
}
