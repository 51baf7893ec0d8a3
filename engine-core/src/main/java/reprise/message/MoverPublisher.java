package reprise.message;

import reprise.message.codec.DetectionTypeCode;
import reprise.message.codec.MoverDetectedEncoder;
import reprise.message.codec.MoverMeasuredEncoder;
import reprise.message.codec.MoverStageCode;
import reprise.signal.DetectionType;
import reprise.signal.MoverStage;
import reprise.time.EngineClock;

/** The part of {@link CommandPublisher} that records which movers strategies found. */
abstract class MoverPublisher extends DecisionPublisher {
    private final MoverDetectedEncoder moverDetected = new MoverDetectedEncoder();
    private final MoverMeasuredEncoder moverMeasured = new MoverMeasuredEncoder();

    MoverPublisher(final Outlet outlet, final EngineClock clock) {
        super(outlet, clock);
    }

    @Override
    public void moverDetected(
            final int strategyId,
            final int instrumentId,
            final DetectionType detection,
            final MoverStage stage,
            final int direction,
            final int windowMinutes,
            final long score) {
        final DetectionTypeCode detectionCode = DetectionTypeCode.get((short) detection.ordinal());
        final MoverStageCode stageCode = MoverStageCode.get((short) stage.ordinal());
        begin(moverDetected)
                .causeSequence(cause())
                .score(score)
                .strategyId(strategyId)
                .instrumentId(instrumentId)
                .direction(direction)
                .windowMinutes(windowMinutes)
                .detection(detectionCode)
                .stage(stageCode);
        end(moverDetected);
    }

    @Override
    public void moverMeasured(
            final int strategyId,
            final int instrumentId,
            final long measure,
            final long threshold,
            final long relativeVolume,
            final long value,
            final long imbalance) {
        begin(moverMeasured)
                .causeSequence(cause())
                .measure(measure)
                .threshold(threshold)
                .relativeVolume(relativeVolume)
                .value(value)
                .imbalance(imbalance)
                .strategyId(strategyId)
                .instrumentId(instrumentId);
        end(moverMeasured);
    }
}
