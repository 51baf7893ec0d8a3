package reprise.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import reprise.core.StateSections.Field;
import reprise.core.StateSections.Section;
import reprise.state.SnapshotReader;
import reprise.state.SnapshotWriter;
import reprise.state.StateExchange;

/**
 * The state of one run, taken up by the core of another: of another configuration, perhaps of another build. What may differ is stated by a
 * {@link RunChange} and nowhere else; any other field that is unknown, missing or elsewhere is refused, by section and name. So that nothing
 * is lost unseen, all of the old state must be taken up or have been left out by name. Allocates; for start-up.
 */
public final class CarriedState implements StateExchange {
    private static final String STRATEGY = "strategy";
    private static final String LANE = "executionLane";
    private static final String BOOK = "book";
    private static final Set<String> ORDER_RATE = Set.of("orderRateNext", "orderRateCount", "orderTimeNs");

    private final RunChange change;
    private final StateSections state = new StateSections();
    private int section = -1;
    private int field;
    private boolean absent;

    private CarriedState(final byte[] snapshot, final RunChange change, final int strategies) {
        this.change = change;
        SnapshotReader.show(snapshot, state);
        keepPlaces(strategies);
        change.fresh().forEach(this::leaveOutStrategy);
        leaveOutTimers();
        leaveOutListeners();
        leaveOutLanes();
        renumberExits();
        for (final StatePart part : change.freshParts()) {
            state.removeFrom(one -> one.is(part.section()), one -> endsPart(one, part));
        }
        if (change.freshOrderRate()) {
            state.all()
                    .get(state.find(0, one -> one.is("risk")))
                    .fields
                    .removeIf(one -> ORDER_RATE.contains(one.name()));
        }
    }

    /**
     * Takes up the state of another run.
     *
     * @param snapshot of the old run.
     * @param change in what the new run differs.
     * @param core of the new run, which has seen nothing yet.
     * @param strategies how many the core has.
     * @return a snapshot of what the core is now, by which every later start restores it.
     * @throws IllegalStateException if the state does not fit; says in which section. The core must not be used then.
     */
    public static byte[] takeUp(
            final byte[] snapshot, final RunChange change, final EngineCore core, final int strategies) {
        final CarriedState carried = new CarriedState(snapshot, change, strategies);
        try {
            core.exchange(carried);
            carried.requireAllTaken();
        } catch (final IllegalStateException | IllegalArgumentException e) {
            throw new IllegalStateException("cannot be taken up at " + carried.place() + ": " + e.getMessage(), e);
        }
        final SnapshotWriter writer = new SnapshotWriter();
        writer.begin(core.sequence(), core.timeNs());
        core.snapshotTo(writer);
        return writer.seal();
    }

    private void keepPlaces(final int strategies) {
        final Section core = state.all().get(0);
        for (int i = 0; i < core.fields.size(); i++) {
            if (core.fields.get(i).name().equals("strategies")) {
                if (core.integer(i) > strategies) {
                    throw new IllegalStateException(
                            "the state is of " + core.integer(i) + " strategies, and there are " + strategies);
                }
                core.replace(i, (long) strategies);
            }
        }
    }

    private void leaveOutStrategy(final int strategyId) {
        state.removeFrom(one -> one.is(STRATEGY) && one.key == strategyId, one -> one.is(STRATEGY));
    }

    /** A part ends where another begins that comes behind it, or what always comes. */
    private static boolean endsPart(final Section section, final StatePart part) {
        return switch (part) {
            case GUARD -> section.is("exits");
            case MONITOR -> section.is("executionLanes");
            case VOLUMES -> section.is("signals") || section.is(StatePart.DAY_TRADES.section()) || section.is(STRATEGY);
            case SIGNALS -> section.is(StatePart.DAY_TRADES.section()) || section.is(STRATEGY);
            case DAY_TRADES -> section.is(STRATEGY);
        };
    }

    /** What is left is put in the order of its deadlines, which is one that a heap may have. */
    private void leaveOutTimers() {
        final int head = state.find(0, one -> one.is("timers"));
        final int end = state.find(head + 1, one -> !one.is("timer"));
        final List<Section> kept = new ArrayList<>(state.all().subList(head + 1, end));
        kept.removeIf(one -> change.fresh().contains((int) one.integer(1)));
        kept.sort(Comparator.<Section>comparingLong(one -> one.integer(0)).thenComparingLong(one -> one.key));
        state.all().subList(head + 1, end).clear();
        state.all().addAll(head + 1, kept);
        state.all().get(head).key = kept.size();
    }

    private void leaveOutListeners() {
        for (final Section one : state.all()) {
            for (int i = 0; i < one.fields.size(); i++) {
                if (one.fields.get(i).name().equals("listeners")) {
                    leaveOutListeners(one, i);
                }
            }
        }
    }

    private void leaveOutListeners(final Section one, final int head) {
        final List<Field> listeners = one.fields.subList(head + 1, head + 1 + Math.toIntExact(one.integer(head)));
        listeners.removeIf(listener -> change.fresh().contains(Math.toIntExact((Long) listener.value())));
        one.replace(head, (long) listeners.size());
    }

    private void leaveOutLanes() {
        final int head = state.find(0, one -> one.is("executionLanes"));
        int index = head + 1;
        while (index < state.all().size() && state.all().get(index).is(LANE)) {
            final int next = state.find(index + 1, CarriedState::endsLane);
            if (change.otherExecutions().contains((int) state.all().get(index).integer(0))) {
                state.all().subList(index, next).clear();
                state.all().get(head).key--;
            } else {
                index = next;
            }
        }
    }

    private static boolean endsLane(final Section one) {
        return one.is(LANE)
                || one.is(STRATEGY)
                || Set.of(StatePart.values()).stream().anyMatch(part -> one.is(part.section()));
    }

    private void renumberExits() {
        final Section exits = state.all().get(state.find(0, one -> one.is("exits")));
        for (int i = 0; i < exits.fields.size(); i++) {
            if (exits.fields.get(i).name().equals("planId")) {
                final int plan = change.exitPlans().get((int) exits.integer(i));
                if (plan < 0) {
                    throw new IllegalStateException("a position is held under exits that are not configured any more");
                }
                exits.replace(i, (long) plan);
            }
        }
    }

    private void requireAllTaken() {
        if (hasField() || section + 1 < state.all().size()) {
            throw new IllegalStateException("there is more behind it than this program knows, beginning with "
                    + (hasField() ? nextField().name() : state.all().get(section + 1).name));
        }
    }

    private String place() {
        return section < 0
                ? "its beginning"
                : "section " + state.all().get(section).name + " " + state.all().get(section).key;
    }

    private boolean hasField() {
        return section >= 0 && field < state.all().get(section).fields.size();
    }

    private Field nextField() {
        return state.all().get(section).fields.get(field);
    }

    @Override
    public long key(final String name, final long key) {
        final Section next = section + 1 < state.all().size() ? state.all().get(section + 1) : null;
        final boolean isThere = !hasField() && next != null && next.is(name);
        if (isThere && !(name.equals(STRATEGY) && next.key != key)) {
            absent = false;
            section++;
            field = 0;
            return next.key;
        }
        if (absent || mayBeAbsent(name, key)) {
            absent = true;
            return key;
        }
        throw new IllegalStateException("expected section " + name + ", and found "
                + (hasField() ? nextField().name() : next == null ? "the end" : "section " + next.name));
    }

    private boolean mayBeAbsent(final String name, final long key) {
        return name.equals(BOOK) && key > 0
                || name.equals(BuiltBars.AWAITED)
                || name.equals(STRATEGY) && change.fresh().contains((int) key)
                || change.freshParts().stream().anyMatch(part -> part.section().equals(name));
    }

    /** Null if the field is one that may be absent, and is. */
    private Object take(final String name, final Predicate<Object> isOfKind) {
        final boolean isThere = hasField() && nextField().name().equals(name);
        if (!isThere && (absent || change.freshOrderRate() && ORDER_RATE.contains(name))) {
            return null;
        }
        if (!isThere || !isOfKind.test(nextField().value())) {
            throw new IllegalStateException("expected " + name + ", and found "
                    + (hasField() ? nextField().name() : "the end of the section"));
        }
        absent = false;
        return state.all().get(section).fields.get(field++).value();
    }

    @Override
    public double field(final String name, final double value) {
        final Object found = take(name, one -> one instanceof Double);
        return found == null ? value : (Double) found;
    }

    @Override
    public long field(final String name, final long value) {
        final Object found = take(name, one -> one instanceof Long);
        return found == null ? value : (Long) found;
    }

    @Override
    public String field(final String name, final String value) {
        final Object found = take(name, one -> one instanceof String);
        return found == null ? value : (String) found;
    }

    @Override
    public boolean isRestoring() {
        return true;
    }
}
