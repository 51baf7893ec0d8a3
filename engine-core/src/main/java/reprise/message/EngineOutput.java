package reprise.message;

/** All that a core says: what it asks of the world, and what it decided. */
public interface EngineOutput extends EngineCommands, EngineDecisions {}
