package reprise.app.wiring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import reprise.app.config.ConfigException;
import reprise.app.config.ConfigParts;
import reprise.app.config.RunConfig;
import reprise.core.CarriedState;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.core.RunChange;
import reprise.core.StatePart;
import reprise.market.InstrumentDefinition;
import reprise.message.MutedCommands;
import reprise.order.Order;
import reprise.time.EngineClock;

/**
 * The state of one run, made that of another: says what is taken up, what begins anew and what is refused, by the table in docs/upgrading.md.
 */
final class StateCarriage {
    private static final String STRATEGIES = "strategies";
    private static final String EXITS = "exits";
    private static final String EXECUTION = "execution";
    private static final String RISK = "risk";
    private static final String DAY_TRADE = "dayTrade";

    private final ConfigParts before;
    private final ConfigParts after;
    private final List<String> placesBefore;
    private final RunConfig config;
    private final Set<String> asked;
    private final List<String> notes = new ArrayList<>();
    private final Set<Integer> fresh = new HashSet<>();
    private final Set<Integer> otherExits = new HashSet<>();
    private final Set<Integer> otherExecutions = new HashSet<>();
    private final Set<Integer> gone = new HashSet<>();
    private long commandSequence;

    /**
     * A carriage that has not begun.
     *
     * @param before configuration of the old run.
     * @param placesBefore names of its strategies by their numbers.
     * @param config of the new run, its strategies in the same places.
     * @param asked names of strategies that begin anew whatever they have.
     */
    StateCarriage(
            final ConfigParts before,
            final List<String> placesBefore,
            final RunConfig config,
            final Set<String> asked) {
        this.before = before;
        this.placesBefore = placesBefore;
        this.config = config;
        this.asked = asked;
        after = ConfigParts.of(config.name(), config.text());
    }

    /** What a person should know of it. */
    List<String> notes() {
        return notes;
    }

    /** The last command that the old run decided, once the state is carried. */
    long commandSequence() {
        return commandSequence;
    }

    /** The places of strategies in a run that goes on from another: those of the other, then those that are new. */
    static List<String> places(final List<String> before, final RunConfig config) {
        final Set<String> places = new LinkedHashSet<>(before);
        config.strategies().forEach(block -> places.add(block.name()));
        return List.copyOf(places);
    }

    /**
     * Makes the state of the new run.
     *
     * @param snapshot of the old run.
     * @return the snapshot that the new run begins with.
     * @throws ConfigException if the state does not fit; says why.
     */
    byte[] carry(final byte[] snapshot) {
        compareStrategies();
        final RunChange change = new RunChange(fresh, otherExecutions, exitPlans(), freshParts(), isOrderRateOther());
        final int strategies = config.strategies().size();
        final EngineCore core = new EngineCore(
                new EngineClock(), config.core(), config.newStrategies(), new MutedCommands(), CoreObserver.NONE);
        final byte[] base;
        try {
            base = CarriedState.takeUp(snapshot, change, core, strategies);
        } catch (final IllegalStateException e) {
            throw new ConfigException("the state of the old run " + e.getMessage()
                    + "; --fresh NAME begins a strategy anew, for the rest see docs/upgrading.md");
        }
        commandSequence = core.commandSequence();
        checkInstruments(core);
        for (int strategyId = 1; strategyId <= strategies; strategyId++) {
            checkBooks(core, strategyId);
        }
        return base;
    }

    private void compareStrategies() {
        for (int i = 0; i < config.strategies().size(); i++) {
            final String name = config.strategies().get(i).name();
            final int strategyId = i + 1;
            if (i >= placesBefore.size() || before.text(STRATEGIES, name).isEmpty()) {
                fresh.add(strategyId);
                if (!config.strategies().get(i).isGone()) {
                    notes.add("strategy " + name + " is new and starts");
                }
            } else if (config.strategies().get(i).isGone()) {
                fresh.add(strategyId);
                gone.add(strategyId);
                otherExits.add(strategyId);
                otherExecutions.add(strategyId);
                notes.add("strategy " + name + " is not configured any more and ends");
            } else if (asked.contains(name) || !before.isEqual(after, STRATEGIES, name)) {
                fresh.add(strategyId);
                addIfOther(otherExits, strategyId, name, EXITS);
                addIfOther(otherExecutions, strategyId, name, EXECUTION);
                notes.add("strategy " + name + " keeps its positions and starts anew, "
                        + (asked.contains(name) ? "as asked" : "because its block is another"));
            } else {
                notes.add("strategy " + name + " goes on");
            }
        }
    }

    private void addIfOther(final Set<Integer> others, final int strategyId, final String name, final String part) {
        if (!before.isEqual(after, STRATEGIES, name, part)) {
            others.add(strategyId);
        }
    }

    /** Exit plans are numbered by those strategies that have one. */
    private List<Integer> exitPlans() {
        final List<Integer> plans = new ArrayList<>();
        for (final String name : placesBefore) {
            if (!before.text(STRATEGIES, name, EXITS).isEmpty()) {
                plans.add(planAfter(name));
            }
        }
        return plans;
    }

    private int planAfter(final String wanted) {
        int plan = 0;
        for (final var block : config.strategies()) {
            final boolean hasExits = !block.isGone() && block.exits() != null;
            if (block.name().equals(wanted)) {
                return hasExits ? plan : -1;
            }
            plan += hasExits ? 1 : 0;
        }
        return -1;
    }

    private Set<StatePart> freshParts() {
        final Set<StatePart> parts = new HashSet<>();
        final boolean samePlaces = places(placesBefore, config).equals(placesBefore);
        final boolean sameInstruments = before.isEqual(after, "instruments");
        addUnless(before.isEqual(after, "guard") && sameInstruments, StatePart.GUARD, parts, "guard");
        addUnless(
                before.isEqual(after, "monitor") && samePlaces && sameInstruments, StatePart.MONITOR, parts, "monitor");
        final boolean sameSignals = before.isEqual(after, "arbiter")
                && samePlaces
                && sameInstruments
                && placesBefore.stream().allMatch(name -> before.isEqual(after, STRATEGIES, name, "sizing"));
        addUnless(sameSignals, StatePart.SIGNALS, parts, "arbiter");
        addUnless(sameSignals, StatePart.VOLUMES, parts, "");
        addUnless(
                before.text(RISK, DAY_TRADE).isEmpty()
                        == after.text(RISK, DAY_TRADE).isEmpty(),
                StatePart.DAY_TRADES,
                parts,
                "risk.dayTrade");
        return parts;
    }

    private void addUnless(
            final boolean same, final StatePart part, final Set<StatePart> parts, final String configured) {
        if (!same) {
            parts.add(part);
            final String[] path = configured.split("\\.");
            if (!configured.isEmpty() && !after.text(path).isEmpty()) {
                notes.add(configured + " begins anew");
            }
        }
    }

    private boolean isOrderRateOther() {
        return !before.isEqual(after, RISK, "maxOrders") || !before.isEqual(after, RISK, "orderWindowMs");
    }

    private void checkInstruments(final EngineCore core) {
        final int count = core.instruments().count();
        for (int i = 0; i < count; i++) {
            final InstrumentDefinition old = core.instruments().get(i).definition();
            if (i >= config.instruments().size()
                    || !config.instruments().get(i).symbol().equals(old.symbol())) {
                throw new ConfigException("instruments: " + old.symbol() + " was instrument " + (i + 1)
                        + " of the old run and must stay that; new ones come behind");
            }
            final InstrumentDefinition present = config.instruments().get(i);
            if (!present.withBrackets(old.brackets())
                    .withAmounts(old.takesAmounts())
                    .equals(old)) {
                throw new ConfigException("instruments." + old.symbol()
                        + ": defined otherwise than in the old run (then: "
                        + old + "), and all of the state is in its units; flatten it with the old configuration and"
                        + " begin a run without --from");
            }
            if (present.brackets() != old.brackets()) {
                notes.add("instrument " + old.symbol() + " has brackets made otherwise from now on: "
                        + present.brackets());
            }
            if (present.takesAmounts() != old.takesAmounts()) {
                notes.add("instrument " + old.symbol() + " is ordered by "
                        + (present.takesAmounts() ? "amount" : "quantity")
                        + " from now on where it is sized by amount");
            }
        }
        for (int i = count; i < config.instruments().size(); i++) {
            notes.add("instrument " + config.instruments().get(i).symbol() + " is new");
        }
    }

    private void checkBooks(final EngineCore core, final int strategyId) {
        final String name = config.strategies().get(strategyId - 1).name();
        for (int i = 0; i < core.instruments().count(); i++) {
            final boolean isFlat = core.portfolio().book(strategyId, i).isFlat();
            final String symbol = core.instruments().get(i).symbol();
            if (!isFlat && gone.contains(strategyId)) {
                throw refusal(name, "is not configured any more and holds a position in " + symbol);
            }
            if (!isFlat && otherExits.contains(strategyId)) {
                throw refusal(name, "has other exits and holds a position in " + symbol);
            }
            if (!isFlat && otherExecutions.contains(strategyId)) {
                throw refusal(name, "has another execution and holds a position in " + symbol);
            }
        }
        for (int i = 0; i < core.orders().openCount(); i++) {
            final Order order = core.orders().openAt(i);
            if (order.strategyId() == strategyId && fresh.contains(strategyId) && needsItsStrategy(strategyId, order)) {
                throw refusal(name, "starts anew and would not know its open order " + order.orderId());
            }
        }
    }

    /** What the engine ordered for a position goes on without the strategy, unless that changes too. */
    private boolean needsItsStrategy(final int strategyId, final Order order) {
        return otherExits.contains(strategyId)
                || switch (order.purpose()) {
                    case STRATEGY, EXECUTION, BRACKET_STOP, BRACKET_TARGET, GROUP_EXCESS -> true;
                    default -> false;
                };
    }

    private static ConfigException refusal(final String name, final String why) {
        return new ConfigException("strategies." + name + ": " + why
                + "; stop the old run with --on-stop flatten, or leave the block as it was");
    }
}
