package reprise.app;

import java.io.PrintWriter;
import reprise.app.config.ConfigException;
import reprise.journal.JournalException;
import reprise.pipeline.RecoveryException;
import reprise.simulation.data.DataException;
import reprise.simulation.remote.LinkException;

/** Turns what went wrong into one message for the user and an exit code; only a defect of ours shows a stack trace. */
final class Failures {
    private Failures() {}

    /**
     * Says what went wrong.
     *
     * @param problem that ended the command.
     * @param err where messages go.
     * @return the exit code.
     */
    static int report(final Throwable problem, final PrintWriter err) {
        final int exitCode = exitCode(problem);
        final boolean isKnown = exitCode != ExitCode.INTERNAL || problem instanceof UnfinishedException;
        final String message = isKnown ? problem.getMessage() : UnfinishedException.refusal(problem);
        if (message == null) {
            err.println("reprise: internal failure: " + problem);
            problem.printStackTrace(err);
        } else {
            err.println("reprise: " + message);
        }
        err.flush();
        return exitCode;
    }

    private static int exitCode(final Throwable problem) {
        if (problem instanceof ConfigException) {
            return ExitCode.USAGE;
        }
        if (problem instanceof DataException) {
            return ExitCode.DATA;
        }
        if (problem instanceof VerificationException || problem instanceof RecoveryException) {
            return ExitCode.VERIFICATION;
        }
        if (problem instanceof LinkException) {
            return ExitCode.VENUE;
        }
        if (problem instanceof JournalException journal) {
            return switch (journal.kind()) {
                case NOT_FOUND, PRUNED -> ExitCode.DATA;
                case EXISTS, LOCKED, UNWRITABLE -> ExitCode.USAGE;
                case DAMAGED -> ExitCode.VERIFICATION;
                case IO -> ExitCode.INTERNAL;
            };
        }
        return ExitCode.INTERNAL;
    }
}
