package reprise.simulation.alpaca.http;

import java.util.Map;

/**
 * An answer.
 *
 * @param status of HTTP.
 * @param body as JSON; null for none.
 * @param afterwards what happens once the client has the answer.
 */
record Reply(int status, Object body, Runnable afterwards) {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    static Reply ok(final Object body) {
        return new Reply(OK, body, () -> {});
    }

    static Reply ok(final Object body, final Runnable afterwards) {
        return new Reply(OK, body, afterwards);
    }

    static Reply noContent(final Runnable afterwards) {
        return new Reply(NO_CONTENT, null, afterwards);
    }

    static Reply message(final int status, final String message) {
        return new Reply(status, Map.of("message", message), () -> {});
    }

    Reply answering(final int newStatus, final Object newBody) {
        return new Reply(newStatus, newBody, afterwards);
    }
}
