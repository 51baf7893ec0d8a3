package reprise.app.config;

/** A configuration that cannot be used; the message names file, line and key and says what would be right. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A configuration error.
     *
     * @param message complete, for the user.
     */
    public ConfigException(final String message) {
        super(message);
    }
}
