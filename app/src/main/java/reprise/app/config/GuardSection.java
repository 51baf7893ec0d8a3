package reprise.app.config;

import reprise.guard.GuardLimits;

/** Reads the block {@code guard}: limits of the data guard, which is on unless it is switched off. */
final class GuardSection {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final GuardLimits DEFAULTS = GuardLimits.forBars(60 * SECOND_NS);
    private static final int MAX_BPS = 1_000_000;
    private static final int MAX_COUNT = 1_000;
    private static final int MAX_SECONDS = 86_400;

    private GuardSection() {}

    /** The limits, or null if the guard is off. */
    static GuardLimits read(final Section section) {
        final boolean enabled = section.flag("enabled", true);
        final int jumpWarnBps = section.integer("jumpWarnBps", DEFAULTS.jumpWarnBps(), 1, MAX_BPS);
        final int gapWarnBars = section.integer("gapWarnBars", DEFAULTS.gapWarnBars(), 0, MAX_COUNT);
        final GuardLimits limits = new GuardLimits(
                section.flag("strict", DEFAULTS.strict()),
                section.integer("maxSpreadBps", DEFAULTS.maxSpreadBps(), 1, MAX_BPS),
                jumpWarnBps,
                section.integer("jumpFailBps", Math.max(jumpWarnBps, DEFAULTS.jumpFailBps()), jumpWarnBps, MAX_BPS),
                gapWarnBars,
                section.integer("gapFailBars", Math.max(gapWarnBars, DEFAULTS.gapFailBars()), gapWarnBars, MAX_COUNT),
                section.integer("healBars", DEFAULTS.healBars(), 1, MAX_COUNT),
                section.integer("healTrades", DEFAULTS.healTrades(), 1, MAX_COUNT),
                seconds(section, "staleQuoteSeconds", DEFAULTS.staleQuoteNs()),
                seconds(section, "staleTradeSeconds", DEFAULTS.staleTradeNs()),
                section.integer("staleBars", DEFAULTS.staleBars(), 0, MAX_COUNT),
                seconds(section, "barDelaySeconds", DEFAULTS.barDelayNs()),
                seconds(section, "maxDisorderSeconds", DEFAULTS.maxDisorderNs()),
                seconds(section, "maxAheadSeconds", DEFAULTS.maxAheadNs()));
        section.finish();
        return enabled ? limits : null;
    }

    private static long seconds(final Section section, final String key, final long defaultNs) {
        return section.integer(key, (int) (defaultNs / SECOND_NS), 0, MAX_SECONDS) * SECOND_NS;
    }
}
