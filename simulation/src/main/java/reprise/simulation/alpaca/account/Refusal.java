package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that the venue refuses, as its answer says it. */
public final class Refusal extends RuntimeException {
    /** Divides a code into the HTTP status and what follows. */
    private static final int CODES_PER_STATUS = 100_000;

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient Map<String, Object> details = new LinkedHashMap<>();

    private Refusal(final int code, final String message) {
        super(message);
        this.code = code;
    }

    /**
     * The request is not what it should be.
     *
     * @param message says why.
     * @return to be thrown.
     */
    public static Refusal invalidBody(final String message) {
        return new Refusal(40_010_000, message);
    }

    /**
     * The client id was used before.
     *
     * @return to be thrown.
     */
    public static Refusal repeatedClientOrderId() {
        return new Refusal(40_010_001, "client_order_id must be unique");
    }

    /**
     * The account may not.
     *
     * @param message says why.
     * @return to be thrown.
     */
    public static Refusal forbidden(final String message) {
        return new Refusal(40_310_000, message);
    }

    /**
     * Once too often on one day.
     *
     * @return to be thrown.
     */
    public static Refusal dayTrades() {
        return new Refusal(40_310_100, "trade denied due to pattern day trading protection");
    }

    /**
     * There is no such thing.
     *
     * @param message says what.
     * @return to be thrown.
     */
    public static Refusal notFound(final String message) {
        return new Refusal(40_410_000, message);
    }

    /**
     * A parameter is wrong.
     *
     * @param message says which and why.
     * @return to be thrown.
     */
    public static Refusal unprocessable(final String message) {
        return new Refusal(42_210_000, message);
    }

    /**
     * Adds a field to the answer.
     *
     * @param name of the field.
     * @param value decimal, written as text.
     * @return this.
     */
    public Refusal with(final String name, final BigDecimal value) {
        return with(name, Numbers.plain(value));
    }

    /**
     * Adds a field to the answer.
     *
     * @param name of the field.
     * @param value text.
     * @return this.
     */
    public Refusal with(final String name, final String value) {
        details.put(name, value);
        return this;
    }

    /**
     * The status of the answer: what the code begins with, but for the one of a repeated id.
     *
     * @return HTTP status.
     */
    public int status() {
        return code == 40_010_001 ? 422 : code / CODES_PER_STATUS;
    }

    /**
     * The answer's body.
     *
     * @return code, message and details.
     */
    public Map<String, Object> body() {
        final Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("message", getMessage());
        body.putAll(details);
        return body;
    }
}
