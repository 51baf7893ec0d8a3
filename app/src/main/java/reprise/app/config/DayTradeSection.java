package reprise.app.config;

import reprise.calendar.SessionCalendar;
import reprise.core.DayTradePolicy;
import reprise.number.Money;
import reprise.risk.DayTradeLimits;
import reprise.risk.DayTradeRegime;

/** Reads the block {@code risk.dayTrade}: under which day-trade rules the account is; none by default. */
final class DayTradeSection {
    private static final int MAX_MARGIN_PCT = 1_000;

    private DayTradeSection() {}

    /** The rules, or null for none. */
    static DayTradePolicy read(final Section section, final int instrumentCount) {
        final DayTradeRegime regime = section.choice("regime", DayTradeRegime.NONE);
        final DayTradeLimits defaults = DayTradeLimits.standard(regime);
        final DayTradeLimits limits = new DayTradeLimits(
                regime,
                section.money("minEquity", Money.format(defaults.minEquity()), 0),
                section.integer("maxDayTrades", defaults.maxDayTrades(), 0, 1_000),
                section.integer("windowSessions", defaults.windowSessions(), 1, 32),
                ExecutionSection.percent(section, "longMarginPct", "25", MAX_MARGIN_PCT),
                ExecutionSection.percent(section, "shortMarginPct", "30", MAX_MARGIN_PCT),
                section.integer("settlementSessions", defaults.settlementSessions(), 0, 8),
                section.flag("allowUnsettled", defaults.allowsUnsettled()),
                section.integer("maxViolations", defaults.maxViolations(), 1, 16),
                section.integer("violationSessions", defaults.violationSessions(), 1, 10_000));
        final String calendar = calendar(section);
        section.finish();
        return regime == DayTradeRegime.NONE
                ? null
                : new DayTradePolicy(limits, calendar, Math.max(1, instrumentCount));
    }

    private static String calendar(final Section section) {
        final String name =
                section.text("calendar", SessionCalendar.usEquities().name());
        try {
            return SessionCalendar.named(name).name();
        } catch (final IllegalArgumentException e) {
            throw section.invalid("calendar", e.getMessage());
        }
    }
}
