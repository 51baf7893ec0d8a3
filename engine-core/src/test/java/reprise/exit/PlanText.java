package reprise.exit;

import reprise.number.Decimals;

/** Exit plans as tables write them: {@code stop 2%, trail 3% 1%, target 4% 50%, hold 3 bars}. */
final class PlanText {
    private PlanText() {}

    static ExitPlan plan(final String text) {
        final ExitPlan.Builder plan = ExitPlan.builder();
        for (final String rule : text.split(",")) {
            final String[] words = rule.strip().split(" +");
            add(plan, words);
        }
        return plan.build();
    }

    private static void add(final ExitPlan.Builder plan, final String... words) {
        switch (words[0]) {
            case "none" -> {}
            case "stop" -> plan.stop(distance(words[1]));
            case "trail" -> plan.trail(distance(words[1]), distance(words[2]));
            case "target" -> plan.target(distance(words[1]), distance(words[2]).value());
            case "breakeven" ->
                plan.breakeven(Integer.parseInt(words[1]), distance(words[2]).value());
            case "hold" -> {
                if (words[2].equals("bars")) {
                    plan.maxHoldBars(Integer.parseInt(words[1]));
                } else {
                    plan.maxHoldNs(Long.parseLong(words[1]) * ExitBench.SECOND);
                }
            }
            case "stagnation" -> plan.stagnation(Integer.parseInt(words[1]), distance(words[2]));
            case "flat" -> plan.sessionFlat();
            case "signal" -> plan.exitSignal();
            case "fresh" -> plan.freshness(ExitFreshness.of(Long.parseLong(words[1]) * ExitBench.SECOND));
            case "native" -> plan.natively(true, false);
            case "optimistic" -> plan.intrabar(Intrabar.OPTIMISTIC);
            default -> throw new IllegalArgumentException("no such rule: " + words[0]);
        }
    }

    private static ExitDistance distance(final String text) {
        if (text.endsWith("%")) {
            return ExitDistance.rate(Decimals.parse(text.substring(0, text.length() - 1), 6));
        }
        final long value = Decimals.parse(text.substring(0, text.length() - 1), 8);
        return text.endsWith("R") ? ExitDistance.risk(value) : ExitDistance.atr(value);
    }
}
