package reprise.app.live;

import java.util.function.Predicate;
import reprise.core.EngineCore;
import reprise.pipeline.Checkpoint;
import reprise.simulation.remote.EventCounts;

/**
 * Lets another thread ask something of a core that never stands still: the question is put after every event, on the core's thread, until it is
 * answered. One question at a time. Also counts events, and lets another checkpoint have its turn.
 */
final class CoreWatch implements Checkpoint {
    private final Checkpoint other;
    private EventCounts counts = new EventCounts();
    private volatile Predicate<EngineCore> question;
    private volatile long bars;
    private boolean isOtherDue;

    CoreWatch(final Checkpoint other) {
        this.other = other;
    }

    /** Counts on from here; before the core handles anything. */
    void countInto(final EventCounts counted) {
        counts = counted;
    }

    @Override
    public boolean isDueAfter(final long sequence, final int templateId) {
        counts.count(templateId);
        bars = counts.bars();
        isOtherDue = other.isDueAfter(sequence, templateId);
        return isOtherDue || question != null;
    }

    @Override
    public void take(final EngineCore core) {
        if (isOtherDue) {
            other.take(core);
        }
        final Predicate<EngineCore> asked = question;
        if (asked != null && asked.test(core)) {
            question = null;
        }
    }

    /**
     * Puts a question from the next event on.
     *
     * @param asked changes nothing of the core, and is answered when it returns true.
     */
    void ask(final Predicate<EngineCore> asked) {
        question = asked;
    }

    /** Whether there is no question that waits for its answer. */
    boolean isAnswered() {
        return question == null;
    }

    /** How many bars have closed; from any thread. */
    long bars() {
        return bars;
    }
}
