package reprise.pipeline;

/** What a stage's thread can hang in, told from where its stack stands, so that no stage has to say it as it runs. */
enum StagePart {
    /** The first stage, or the first part of the only one. */
    EVENT_LOG("event log", "has not moved", "events", "the core sees none of them", Journaler.class),
    /** The core and its strategies. */
    CORE("core", "has not moved", "events", "nothing is decided", CoreStage.class),
    /** The core, which decides faster than its commands leave. */
    OUTPUT(
            "core",
            "has waited for the command log or a venue",
            "events",
            "nothing is decided",
            CommandRingOutlet.class),
    /** Commands on their way to the record. */
    COMMAND_LOG("command log", "has not moved", "commands", "none of them reaches a venue", CommandJournaler.class),
    /** Commands on their way out. */
    VENUE("venue's gateway", "has not taken a command", "commands", "none of them arrives", CommandRouter.class);

    private final String name;
    private final String problem;
    private final String what;
    private final String consequence;
    private final Class<?> owner;

    StagePart(
            final String name,
            final String problem,
            final String what,
            final String consequence,
            final Class<?> owner) {
        this.name = name;
        this.problem = problem;
        this.what = what;
        this.consequence = consequence;
        this.owner = owner;
    }

    /** The innermost part that the stack is in, or the given one if it is in none. */
    static StagePart of(final StackTraceElement[] stack, final StagePart otherwise) {
        for (final StackTraceElement frame : stack) {
            for (final StagePart part : values()) {
                if (frame.getClassName().equals(part.owner.getName())) {
                    return part;
                }
            }
        }
        return otherwise;
    }

    String stalled(final String span, final long waiting) {
        return "the " + name + " " + problem + " for " + span + ": " + waiting + " " + what + " wait, " + consequence;
    }

    String moved(final String span) {
        return "the " + name + " moves again after " + span;
    }
}
