package reprise.simulation.trial;

import reprise.execution.PairSettings;
import reprise.message.EngineCommands;
import reprise.message.Outlet;
import reprise.port.RecordSource;

/** Where tests plant bugs: between engine and world, and between log and replay. */
interface Interference {
    /** Changes nothing. */
    Interference NONE = new Interference() {};

    /** What the engine is told of how pairs are traded. */
    default PairSettings pairs(final PairSettings settings) {
        return settings;
    }

    /** On the way of commands from the engine's record to the network. */
    default EngineCommands commands(final EngineCommands world) {
        return world;
    }

    /** On the way of events into the engine. */
    default Outlet events(final Outlet engine) {
        return engine;
    }

    /** On the way from the log to a replay. */
    default RecordSource replayed(final RecordSource log) {
        return log;
    }
}
