package reprise.message;

import java.util.Objects;
import org.agrona.MutableDirectBuffer;
import reprise.message.codec.ActionExplainedEncoder;
import reprise.message.codec.ParametersDecidedEncoder;
import reprise.signal.Reason;
import reprise.time.EngineClock;

/** The part of the core's publisher that puts on record what strategies say. */
abstract class StrategyPublisher extends RecordWriter implements StrategyDecisions {
    private final ActionExplainedEncoder actionExplained = new ActionExplainedEncoder();
    private final ParametersDecidedEncoder parametersDecided = new ParametersDecidedEncoder();
    private final EngineClock clock;

    StrategyPublisher(final Outlet outlet, final EngineClock clock) {
        super(outlet);
        this.clock = clock;
    }

    /**
     * How many commands and decisions were published.
     *
     * @return count, which is the sequence of the last one.
     */
    public final long sequence() {
        return clock.commandSequence();
    }

    final long cause() {
        return clock.sequence();
    }

    @Override
    final void stamp(final MutableDirectBuffer record) {
        Envelope.stamp(record, 0, clock.nextCommandSequence(), clock.timeNs());
    }

    @Override
    public void actionExplained(
            final int strategyId, final int instrumentId, final long signalId, final Reason reason) {
        final String name = reason.name();
        begin(actionExplained)
                .causeSequence(cause())
                .signalId(signalId)
                .strategyId(strategyId)
                .instrumentId(instrumentId)
                .valueCount(reason.count())
                .reason(name)
                .value1(reason.value(0))
                .value2(reason.value(1))
                .value3(reason.value(2))
                .value4(reason.value(3))
                .value5(reason.value(4))
                .value6(reason.value(5))
                .value7(reason.value(6))
                .value8(reason.value(7))
                .label1(reason.label(0))
                .label2(reason.label(1))
                .label3(reason.label(2))
                .label4(reason.label(3))
                .label5(reason.label(4))
                .label6(reason.label(5))
                .label7(reason.label(6))
                .label8(reason.label(7));
        end(actionExplained);
    }

    @Override
    public void parametersDecided(final int strategyId, final String problem) {
        final String bounded = AsciiText.bounded(Objects.requireNonNull(problem, "problem"));
        begin(parametersDecided).causeSequence(cause()).strategyId(strategyId).problem(bounded);
        end(parametersDecided);
    }
}
