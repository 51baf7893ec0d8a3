package reprise.app.config;

import java.util.ArrayList;
import java.util.List;
import reprise.core.MonitorPolicy;
import reprise.monitor.MonitorAction;
import reprise.monitor.MonitorLimit;
import reprise.monitor.MonitorLimits;
import reprise.monitor.VarMethod;
import reprise.monitor.VarSettings;
import reprise.number.Money;

/** Reads the block {@code monitor}: what the account and each strategy may lose, and what follows beyond that. */
final class MonitorSection {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int MAX_WINDOW = 100_000;
    private static final List<String> CALENDARS = List.of("utc-days", "us-equities");
    private static final int DAY_SECONDS = 86_400;

    private MonitorSection() {}

    /** A strategy has all of the account's cash to lose unless its {@code capital} says less. */
    static MonitorPolicy read(final Section section, final List<String> strategies, final long cash) {
        final VarSettings defaults = VarSettings.DEFAULT;
        final int window = section.integer("varWindow", defaults.windowReturns(), 2, MAX_WINDOW);
        final VarSettings settings = new VarSettings(
                section.real("varConfidence", defaults.confidence(), 0.5, 0.9999),
                window,
                section.integer("varMinimum", Math.min(window, defaults.minReturns()), 2, window),
                section.integer("varRefreshSeconds", (int) (defaults.refreshNs() / SECOND_NS), 1, DAY_SECONDS)
                        * SECOND_NS,
                section.choice("varMethod", VarMethod.HISTORICAL));
        final boolean enforce = section.flag("enforce", false);
        final MonitorLimits account = limits(section.optionalSection("account"), enforce);
        final Section blocks = section.optionalSection("strategies");
        final List<MonitorLimits> byStrategy = new ArrayList<>();
        final List<Long> capitals = new ArrayList<>();
        for (final String strategy : strategies) {
            final Section block = blocks.optionalSection(strategy);
            capitals.add(block.money("capital", Money.format(cash), 1));
            byStrategy.add(limits(block, enforce));
        }
        blocks.finish();
        final String calendar = section.text("calendar", "utc-days");
        if (!CALENDARS.contains(calendar)) {
            throw section.invalid("calendar", "'" + calendar + "' is not one of " + String.join(", ", CALENDARS));
        }
        section.finish();
        return new MonitorPolicy(calendar, settings, account, byStrategy, capitals);
    }

    private static MonitorLimits limits(final Section section, final boolean enforce) {
        final MonitorLimits limits = new MonitorLimits(
                limit(section, "valueAtRisk", 10 * MonitorLimits.WHOLE),
                limit(section, "drawdown", MonitorLimits.WHOLE),
                limit(section, "grossExposure", Long.MAX_VALUE / 1000),
                limit(section, "dailyLoss", Long.MAX_VALUE / 1000),
                limit(section, "dailyLossShare", MonitorLimits.WHOLE),
                losses(section),
                enforce);
        section.finish();
        return limits;
    }

    private static MonitorLimit limit(final Section parent, final String key, final long max) {
        if (!parent.has(key)) {
            return MonitorLimit.NONE;
        }
        final Section section = parent.section(key);
        final MonitorLimit limit =
                new MonitorLimit(section.decimal("limit", null, Money.DECIMALS, 1, max), action(section));
        section.finish();
        return limit;
    }

    private static MonitorLimit losses(final Section parent) {
        if (!parent.has("consecutiveLosses")) {
            return MonitorLimit.NONE;
        }
        final Section section = parent.section("consecutiveLosses");
        section.requiredText("limit");
        final MonitorLimit limit = new MonitorLimit(section.integer("limit", 1, 1, 1_000_000), action(section));
        section.finish();
        return limit;
    }

    private static MonitorAction action(final Section section) {
        section.requiredText("action");
        return section.choice("action", MonitorAction.WARN);
    }
}
