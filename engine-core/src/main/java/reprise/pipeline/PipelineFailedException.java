package reprise.pipeline;

/** A stage of the pipeline threw: everything has stopped, nothing was skipped. */
public final class PipelineFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PipelineFailedException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
