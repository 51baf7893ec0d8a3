package reprise.core;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Found by JUnit: every test of this module fails where a deadline was taken on and no alarm was set for it. */
public final class CheckedAlarms implements BeforeAllCallback {
    @Override
    public void beforeAll(final ExtensionContext context) {
        Deadlines.checksAlarms = true;
    }
}
