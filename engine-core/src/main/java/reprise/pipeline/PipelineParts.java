package reprise.pipeline;

import java.util.function.BiFunction;
import reprise.core.EngineCore;
import reprise.message.CommandPublisher;
import reprise.message.CommandRecords;
import reprise.message.EngineCommands;
import reprise.message.EngineOutput;
import reprise.message.Outlet;
import reprise.port.EventLog;
import reprise.time.EngineClock;

/**
 * What a pipeline is made of, whichever way its stages run.
 *
 * @param eventLog takes every event before the core sees it; ignored at replay.
 * @param commandLog takes every command before a venue sees it.
 * @param timeSource of the sequencer, or null at replay: then events bring their sequence and time along.
 * @param coreFactory makes the core, given its clock and where go its commands and decisions.
 * @param venues take the commands, on the thread of the last stage.
 * @param checkpoint looks at the core after each event.
 * @param stalls hears what hangs.
 */
public record PipelineParts(
        EventLog eventLog,
        EventLog commandLog,
        TimeSource timeSource,
        BiFunction<EngineClock, EngineOutput, EngineCore> coreFactory,
        CommandRecords venues,
        Checkpoint checkpoint,
        StallListener stalls) {
    /**
     * Nobody hears what hangs.
     *
     * @param eventLog takes every event before the core sees it; ignored at replay.
     * @param commandLog takes every command before a venue sees it.
     * @param timeSource of the sequencer, or null at replay: then events bring their sequence and time along.
     * @param coreFactory makes the core, given its clock and where go its commands and decisions.
     * @param venues take the commands, on the thread of the last stage.
     * @param checkpoint looks at the core after each event.
     */
    public PipelineParts(
            final EventLog eventLog,
            final EventLog commandLog,
            final TimeSource timeSource,
            final BiFunction<EngineClock, EngineOutput, EngineCore> coreFactory,
            final EngineCommands venues,
            final Checkpoint checkpoint) {
        this(
                eventLog,
                commandLog,
                timeSource,
                coreFactory,
                CommandRecords.calling(venues),
                checkpoint,
                StallListener.NONE);
    }

    /**
     * Nobody looks at the core after each event.
     *
     * @param eventLog takes every event before the core sees it; ignored at replay.
     * @param commandLog takes every command before a venue sees it.
     * @param timeSource of the sequencer, or null at replay: then events bring their sequence and time along.
     * @param coreFactory makes the core, given its clock and where go its commands and decisions.
     * @param venues take the commands, on the thread of the last stage.
     */
    public PipelineParts(
            final EventLog eventLog,
            final EventLog commandLog,
            final TimeSource timeSource,
            final BiFunction<EngineClock, EngineOutput, EngineCore> coreFactory,
            final EngineCommands venues) {
        this(eventLog, commandLog, timeSource, coreFactory, venues, Checkpoint.NONE);
    }

    EngineCore newCore(final Outlet commandOutlet) {
        final EngineClock clock = new EngineClock();
        return coreFactory.apply(clock, new CommandPublisher(commandOutlet, clock));
    }
}
