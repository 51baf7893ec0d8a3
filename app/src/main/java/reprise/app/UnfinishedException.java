package reprise.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import reprise.journal.JournalException;
import reprise.journal.Refusal;
import reprise.pipeline.PipelineFailedException;

/** The system refused to write what a command was about to leave; the message says which file, why, and what there is of it. */
public final class UnfinishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnfinishedException(final String message, final Throwable cause) {
        super(message, cause);
    }

    /**
     * The same failure, with what there is.
     *
     * @param failure that ended a run or a command.
     * @param left what it has left, for the user.
     * @return an exception with the whole message; the failure itself if it has another reason than a refusal of the system.
     */
    public static RuntimeException of(final RuntimeException failure, final String left) {
        final String refusal = refusal(failure);
        return refusal == null ? failure : new UnfinishedException(refusal + "; " + left, failure);
    }

    /**
     * What the system refused, where that is why something failed.
     *
     * @param failure such as that of a pipeline.
     * @return a sentence that names the file and the reason; null if it failed for another reason.
     */
    static String refusal(final Throwable failure) {
        final Throwable problem = failure instanceof PipelineFailedException ? failure.getCause() : failure;
        if (problem instanceof JournalException) {
            return problem.getMessage();
        }
        final Throwable cause = problem instanceof UncheckedIOException ? problem.getCause() : problem;
        if (!isOfTheSystem(cause)) {
            return null;
        }
        return problem == cause || problem.getMessage().equals(cause.toString())
                ? Refusal.reasonWithFile(cause)
                : problem.getMessage() + ": " + Refusal.reason(cause);
    }

    /** Others of its kind are about what is in a file, such as text that is no JSON. */
    private static boolean isOfTheSystem(final Throwable problem) {
        return problem instanceof FileSystemException || problem != null && problem.getClass() == IOException.class;
    }
}
