package reprise.pipeline;

/**
 * A stage of the pipeline threw: everything has stopped, nothing was skipped. Each call after that throws one of these, with the same cause; closing
 * what has stopped does too, so none of them keeps others as suppressed, which would show the cause as one of itself.
 */
public final class PipelineFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PipelineFailedException(final String message, final Throwable cause) {
        super(message, cause, false, true);
    }
}
