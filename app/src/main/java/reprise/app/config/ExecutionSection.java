package reprise.app.config;

import reprise.core.ExecutionPolicy;
import reprise.core.ExecutionStyle;
import reprise.execution.LimitRouterSettings;
import reprise.execution.SlicingSettings;
import reprise.number.Money;
import reprise.order.TimeInForce;

/**
 * Reads a strategy's block {@code execution}: how its wishes become orders. Percentages are written as such: {@code 0.05} is five parts in ten
 * thousand. Keys of another style than the one that is chosen are refused like unknown ones.
 */
final class ExecutionSection {
    /** A percentage with this many decimals is exact in units of 1e-8. */
    static final int PERCENT_DECIMALS = 6;

    private static final long SECOND_NS = 1_000_000_000L;
    private static final int MAX_SECONDS = 30 * 86_400;
    private static final int MAX_SLICES = 100_000;

    private final Section section;

    private ExecutionSection(final Section section) {
        this.section = section;
    }

    static ExecutionPolicy read(final Section section) {
        try {
            final ExecutionPolicy policy = new ExecutionSection(section).read();
            section.finish();
            return policy;
        } catch (final IllegalArgumentException e) {
            throw section.invalid(e.getMessage());
        }
    }

    private ExecutionPolicy read() {
        final ExecutionStyle style = section.choice("style", ExecutionStyle.MARKET);
        final TimeInForce timeInForce = section.choice("timeInForce", TimeInForce.GTC);
        final boolean dryRun = section.flag("dryRun", false);
        return switch (style) {
            case MARKET -> new ExecutionPolicy(style, timeInForce, dryRun, null, null, 0, 0, 0);
            case LIMIT -> new ExecutionPolicy(style, timeInForce, dryRun, router(dryRun), null, 0, 0, 0);
            case TWAP ->
                new ExecutionPolicy(
                        style,
                        timeInForce,
                        dryRun,
                        null,
                        slicing(),
                        seconds("horizonSeconds", 300),
                        section.integer("slices", 10, 1, MAX_SLICES),
                        0);
            case PARTICIPATION ->
                new ExecutionPolicy(
                        style,
                        timeInForce,
                        dryRun,
                        null,
                        slicing(),
                        seconds("horizonSeconds", 3_600),
                        0,
                        percent(section, "participationPct", "10", 100));
        };
    }

    private LimitRouterSettings router(final boolean dryRun) {
        final long notionalCap = section.money("notionalCap", "1000", 1);
        return new LimitRouterSettings(
                percent(section, "limitAwayPct", "0.05", 50),
                percent(section, "repricePct", "0.05", 50),
                seconds("minRepriceSeconds", 15),
                seconds("maxLifetimeSeconds", 300),
                section.flag("cancelOnFlip", true),
                notionalCap,
                section.money("minNotional", Money.format(Math.min(5 * Money.ONE, notionalCap)), 0),
                section.money("cashReserve", "5", 0),
                dryRun);
    }

    private SlicingSettings slicing() {
        return new SlicingSettings(
                Long.MAX_VALUE, seconds("minIntervalSeconds", 1), section.flag("limitOrders", false));
    }

    private long seconds(final String key, final int defaultValue) {
        return section.integer(key, defaultValue, 1, MAX_SECONDS) * SECOND_NS;
    }

    /** A percentage up to a whole number of them, in units of 1e-8. */
    static long percent(final Section section, final String key, final String defaultValue, final int max) {
        return section.decimal(key, defaultValue, PERCENT_DECIMALS, 0, max * Money.ONE / 100);
    }
}
