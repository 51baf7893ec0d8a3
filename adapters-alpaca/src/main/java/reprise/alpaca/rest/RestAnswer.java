package reprise.alpaca.rest;

import java.nio.charset.StandardCharsets;

/**
 * What came of a call. Holds no secret.
 *
 * @param outcome what is known.
 * @param status of HTTP; 0 if there was no answer.
 * @param code by which the venue names an error; 0 for none.
 * @param message in the venue's own words, or what went wrong on the way; empty if all went well.
 * @param body of an answer that went well; empty otherwise. Not to be changed.
 */
@SuppressWarnings("ArrayRecordComponent")
public record RestAnswer(Outcome outcome, int status, long code, String message, byte[] body) {
    private static final byte[] NO_BODY = {};
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NOT_FOUND = 404;

    static RestAnswer done(final int status, final byte[] body) {
        return new RestAnswer(Outcome.DONE, status, 0, "", body);
    }

    static RestAnswer failed(final Outcome outcome, final int status, final long code, final String message) {
        return new RestAnswer(outcome, status, code, message, NO_BODY);
    }

    static RestAnswer notSent(final String message) {
        return failed(Outcome.NOT_SENT, 0, 0, message);
    }

    /**
     * Whether the server did what was asked.
     *
     * @return true for DONE.
     */
    public boolean isDone() {
        return outcome == Outcome.DONE;
    }

    /**
     * Whether the server refused because it was called too often.
     *
     * @return true for status 429.
     */
    public boolean isTooMany() {
        return status == TOO_MANY_REQUESTS;
    }

    /**
     * Whether the server says that there is no such thing.
     *
     * @return true for status 404.
     */
    public boolean isNotFound() {
        return status == NOT_FOUND;
    }

    /**
     * Whether the server does not accept the keys, so that no other call will do better.
     *
     * @return true for status 401.
     */
    public boolean isUnauthorized() {
        return status == 401;
    }

    /**
     * The body as text.
     *
     * @return for people and tests.
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return outcome
                + (status == 0 ? "" : " " + status)
                + (code == 0 ? "" : " " + code)
                + (message.isEmpty() ? "" : ": " + message);
    }
}
