package reprise.app.config;

import java.util.Objects;

/** Something that only its owner and a venue may know. It is never printed by accident: as text it is three stars. Immutable. */
public final class Secret {
    private final String value;

    Secret(final String value) {
        this.value = Objects.requireNonNull(value);
    }

    /**
     * The secret itself, for the one place that signs or logs in with it; it must not be kept, printed or recorded.
     *
     * @return in plain text.
     */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
