package reprise.app.config;

import java.util.ArrayList;
import java.util.List;
import reprise.alpaca.AlpacaCapabilities;
import reprise.market.BracketStyle;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.simulation.venue.Delay;
import reprise.simulation.venue.FaultSchedule;
import reprise.simulation.venue.FaultSchedule.DisconnectMode;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.FeeTier;
import reprise.simulation.venue.HaltPolicy;
import reprise.simulation.venue.ImpactModel;
import reprise.simulation.venue.LatencyModel;
import reprise.simulation.venue.LimitFillRule;
import reprise.simulation.venue.MarketFill;
import reprise.simulation.venue.MatchingRules;
import reprise.simulation.venue.QueueModel;
import reprise.simulation.venue.StopFill;
import reprise.simulation.venue.StopTrigger;
import reprise.simulation.venue.TradingCalendar;
import reprise.simulation.venue.VenueConfig;

/**
 * Reads where a run trades: by which rules the simulated venue does, and, of a configuration for a broker, how that is reached; then the rules
 * are those of its backtests.
 */
final class VenueReader {
    private static final String SIMULATED = "simulated";
    private static final String ALPACA = "alpaca";
    private static final int MAX_DELAY_MS = 3_600_000;
    private static final int MAX_DISCONNECT_SECONDS = 10_000_000;
    private static final int LENGTHS_PER_INTERVAL = 4;
    private static final long MICROS_PER_MS = 1_000;
    private static final long NS_PER_MICRO = 1_000;
    private static final long NS_PER_SECOND = 1_000_000_000;
    private static final int MS_DECIMALS = 3;

    private VenueReader() {}

    static VenueConfig read(final Section section) {
        final VenueConfig venue = new VenueConfig(
                fees(section),
                basisPoints(section, "slippageBps", 0),
                section.decimal("participation", "0.1", Money.DECIMALS, 0, Money.ONE),
                section.choice("limitFill", LimitFillRule.THROUGH),
                section.flag("allowShort", false),
                section.decimal("leverage", "1", Money.DECIMALS, Money.ONE / 100, 1000 * Money.ONE),
                section.choice("calendar", TradingCalendar.ALWAYS_OPEN),
                matching(section),
                latency(section.optionalSection("latency")),
                faults(section.optionalSection("faults")));
        section.finish();
        return venue;
    }

    /** How Alpaca is used; null for a configuration that trades at the simulated venue only. */
    static AlpacaSettings alpaca(final Section section) {
        final String kind = section.requiredText("kind");
        return switch (kind) {
            case SIMULATED -> null;
            case ALPACA -> AlpacaSettings.read(section.section(ALPACA), new Secrets(System::getenv));
            default -> throw section.invalid("kind", "'" + kind + "' is no venue; there are: simulated, alpaca");
        };
    }

    /** What Alpaca does itself it does of certain lots only. */
    static void requireLots(
            final Section section, final AlpacaSettings alpaca, final List<InstrumentDefinition> instruments) {
        if (alpaca != null && alpaca.brackets() == AlpacaSettings.Brackets.NATIVE) {
            requireWholeShares(section, alpaca, instruments);
        }
        if (alpaca != null && alpaca.amounts() == AlpacaSettings.Amounts.NATIVE) {
            requireFineLots(section, instruments);
        }
    }

    /** Alpaca's own brackets are of whole shares. */
    private static void requireWholeShares(
            final Section section, final AlpacaSettings alpaca, final List<InstrumentDefinition> instruments) {
        for (final InstrumentDefinition instrument : instruments) {
            final boolean isStock = alpaca.atAlpaca(instrument).brackets() == BracketStyle.NATIVE;
            if (isStock && instrument.lotSize() % Decimals.powerOfTen(instrument.quantityDecimals()) != 0) {
                throw section.invalid(
                        ALPACA,
                        "brackets: native takes whole shares only, and " + instrument.symbol()
                                + " has fractions; write lot: 1, or brackets: engine");
            }
        }
    }

    /** Who asks for amounts means some instrument. */
    private static void requireFineLots(final Section section, final List<InstrumentDefinition> instruments) {
        if (instruments.stream().noneMatch(AlpacaCapabilities::takesAmounts)) {
            throw section.invalid(
                    ALPACA,
                    "amounts: native is for instruments with lot: 0.000000001, and there is none; write such a lot, or"
                            + " amounts: quantity");
        }
    }

    private static FeeSchedule fees(final Section section) {
        final long perUnit = section.money("feePerUnit", "0", 0);
        final long minPerOrder = section.money("minFeePerOrder", "0", 0);
        final FeeAsset asset = section.choice("feeAsset", FeeAsset.QUOTE);
        if (asset == FeeAsset.BASE && (perUnit > 0 || minPerOrder > 0)) {
            throw section.invalid(
                    "feeAsset", "feePerUnit and minFeePerOrder are money and cannot be paid in the base asset");
        }
        final long maxPerOrderE8 = basisPoints(section, "maxFeePerOrderBps", 0);
        if (maxPerOrderE8 > 0 && perUnit == 0 && minPerOrder == 0) {
            throw section.invalid("maxFeePerOrderBps", "it limits feePerUnit and minFeePerOrder, and there is neither");
        }
        return new FeeSchedule(
                basisPoints(section, "makerFeeBps", -1000),
                basisPoints(section, "takerFeeBps", 0),
                perUnit,
                minPerOrder,
                maxPerOrderE8,
                asset,
                tiers(section.optionalSection("feeTiers")));
    }

    /** By traded volume: {@code feeTiers: {1000000: {makerFeeBps: 8, takerFeeBps: 9}}}. */
    private static List<FeeTier> tiers(final Section section) {
        final List<FeeTier> tiers = new ArrayList<>();
        for (final String key : section.keys()) {
            final Section tier = section.section(key);
            final long fromVolume = volume(section, key);
            if (!tiers.isEmpty() && fromVolume <= tiers.get(tiers.size() - 1).fromVolume()) {
                throw section.invalid(key, "tiers must be in order of volume, the lowest first");
            }
            tiers.add(new FeeTier(
                    fromVolume, basisPoints(tier, "makerFeeBps", -1000), basisPoints(tier, "takerFeeBps", 0)));
            tier.finish();
        }
        section.finish();
        return tiers;
    }

    private static long volume(final Section section, final String key) {
        try {
            final long volume = Money.parse(key);
            if (volume > 0) {
                return volume;
            }
        } catch (final NumberFormatException e) {
            throw section.invalid(key, "a tier's key is the volume of 30 days from which it holds, such as 1000000");
        }
        throw section.invalid(key, "a tier's volume must be more than 0");
    }

    private static MatchingRules matching(final Section section) {
        final Section impact = section.optionalSection("impact");
        final ImpactModel.Shape shape = impact.choice("shape", ImpactModel.Shape.NONE);
        final long fullShareE8 = basisPoints(impact, "fullShareBps", 0);
        if ((shape == ImpactModel.Shape.NONE) != (fullShareE8 == 0)) {
            throw impact.invalid(
                    shape == ImpactModel.Shape.NONE ? "shape" : "fullShareBps",
                    "impact needs both a shape (square-root or linear) and fullShareBps above 0");
        }
        impact.finish();
        return new MatchingRules(
                section.choice("queue", QueueModel.BEHIND_PRO_RATA),
                section.choice("stopTrigger", StopTrigger.LAST_TRADE),
                new ImpactModel(shape, fullShareE8),
                section.choice("whileHalted", HaltPolicy.ACCEPT),
                section.choice("marketFill", MarketFill.NEXT_OPEN),
                section.choice("stopFill", StopFill.AT_STOP),
                basisPoints(section, "spreadBps", 0));
    }

    private static LatencyModel latency(final Section section) {
        final LatencyModel latency = new LatencyModel(
                delay(section.optionalSection("feed")),
                delay(section.optionalSection("orders")),
                delay(section.optionalSection("reports")),
                seed(section));
        section.finish();
        return latency;
    }

    private static Delay delay(final Section section) {
        final long meanMicros = section.decimal("meanMs", "0", MS_DECIMALS, 0, MAX_DELAY_MS * MICROS_PER_MS);
        final long deviationMicros = section.decimal("deviationMs", "0", MS_DECIMALS, 0, meanMicros);
        section.finish();
        return new Delay(meanMicros * NS_PER_MICRO, deviationMicros * NS_PER_MICRO);
    }

    private static FaultSchedule faults(final Section section) {
        final int interval = section.integer("disconnectEverySeconds", 0, 0, MAX_DISCONNECT_SECONDS);
        if (interval > 0 && interval < LENGTHS_PER_INTERVAL) {
            throw section.invalid("disconnectEverySeconds", interval + " is not 0 or at least " + LENGTHS_PER_INTERVAL);
        }
        final int least = interval == 0 ? 0 : 1;
        final int length = section.integer("disconnectSeconds", least, least, interval / LENGTHS_PER_INTERVAL);
        final FaultSchedule faults = new FaultSchedule(
                seed(section),
                section.decimal("rejectShare", "0", Money.DECIMALS, 0, Money.ONE),
                section.decimal("duplicateShare", "0", Money.DECIMALS, 0, Money.ONE),
                interval * NS_PER_SECOND,
                length * NS_PER_SECOND,
                section.choice("disconnectMode", DisconnectMode.COMMANDS_AND_ANSWERS_LOST),
                section.flag("disconnectAnnounced", true));
        section.finish();
        return faults;
    }

    private static int seed(final Section section) {
        return section.integer("seed", 1, 0, Integer.MAX_VALUE);
    }

    /** A rate in basis points with up to four decimals, which is a fraction in units of 1e-8. */
    private static long basisPoints(final Section section, final String key, final long min) {
        return section.decimal(key, "0", 4, min * FeeSchedule.BASIS_POINT_E8, 1000 * FeeSchedule.BASIS_POINT_E8);
    }
}
