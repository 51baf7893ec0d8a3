package reprise.app.config;

import reprise.exit.ExitDistance;
import reprise.exit.ExitDistance.Unit;
import reprise.exit.ExitFreshness;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.exit.Intrabar;
import reprise.number.Decimals;

/**
 * Reads a strategy's block {@code exits}. A distance is written {@code 0.02} for 2 % of the price, {@code 1.5atr} for one and a half average
 * true ranges, {@code 2r} for twice the distance of the stop.
 */
final class ExitSection {
    private static final int DECIMALS = 8;
    private static final int MAX_BARS = 1_000_000;
    private static final long SECOND_NS = 1_000_000_000L;

    private final Section section;

    private ExitSection(final Section section) {
        this.section = section;
    }

    static ExitPolicy read(final Section section) {
        try {
            return new ExitSection(section).read();
        } catch (final IllegalArgumentException e) {
            throw section.invalid(e.getMessage());
        }
    }

    private ExitPolicy read() {
        final ExitPlan.Builder plan = ExitPlan.builder();
        if (section.has("stop")) {
            plan.stop(distance(section, "stop"));
        }
        if (section.has("trail")) {
            final Section trail = section.section("trail");
            plan.trail(distance(trail, "activate", "0"), distance(trail, "distance"));
            trail.finish();
        }
        targets(plan);
        times(plan);
        if (section.flag("sessionFlat", false)) {
            plan.sessionFlat();
        }
        if (section.flag("exitSignal", false)) {
            plan.exitSignal();
        }
        final int maxAgeSeconds = section.integer("maxPriceAgeSeconds", 0, 0, 5);
        if (maxAgeSeconds > 0) {
            plan.freshness(ExitFreshness.of(maxAgeSeconds * SECOND_NS));
        }
        final Section natively = section.optionalSection("native");
        plan.natively(natively.flag("stop", false), natively.flag("trail", false));
        natively.finish();
        plan.intrabar(section.choice("intrabar", Intrabar.PESSIMISTIC));
        final int atrLength = section.integer("atrLength", 14, 1, 1_000);
        final int leadMinutes = section.integer("sessionLeadMinutes", 5, 0, 390);
        section.finish();
        return new ExitPolicy(plan.build(), atrLength, leadMinutes * 60 * SECOND_NS);
    }

    private void targets(final ExitPlan.Builder plan) {
        final Section targets = section.optionalSection("targets");
        for (final String at : targets.keys()) {
            plan.target(parse(targets, at, at), targets.decimal(at, null, DECIMALS, 1, ExitDistance.ONE));
        }
        final int target = section.integer("breakevenAfterTarget", 0, 0, ExitPlan.MAX_TARGETS);
        final long fees = section.decimal("roundTripFees", "0", DECIMALS, 0, ExitDistance.ONE - 1);
        plan.breakeven(target, fees);
    }

    private void times(final ExitPlan.Builder plan) {
        plan.maxHoldBars(section.integer("maxHoldBars", 0, 0, MAX_BARS));
        plan.maxHoldNs(section.integer("maxHoldMinutes", 0, 0, MAX_BARS) * 60 * SECOND_NS);
        if (section.has("stagnation")) {
            final Section stagnation = section.section("stagnation");
            stagnation.requiredText("bars");
            plan.stagnation(stagnation.integer("bars", 1, 1, MAX_BARS), distance(stagnation, "minGain"));
            stagnation.finish();
        }
    }

    private static ExitDistance distance(final Section section, final String key) {
        return parse(section, key, section.requiredText(key));
    }

    private static ExitDistance distance(final Section section, final String key, final String defaultValue) {
        return parse(section, key, section.text(key, defaultValue));
    }

    private static ExitDistance parse(final Section section, final String key, final String text) {
        final Unit unit = text.endsWith("atr") ? Unit.ATR : text.endsWith("r") ? Unit.RISK : Unit.RATE;
        final String number = switch (unit) {
            case ATR -> text.substring(0, text.length() - 3);
            case RISK -> text.substring(0, text.length() - 1);
            case RATE -> text;
        };
        try {
            return new ExitDistance(Decimals.parse(number.strip(), DECIMALS), unit);
        } catch (final NumberFormatException e) {
            throw section.invalid(
                    key,
                    "'" + text + "' is no distance; expected 0.02 (2 % of the price), 1.5atr (average true ranges) or"
                            + " 2r (distances of the stop)");
        }
    }
}
