package reprise.simulation.alpaca.stream;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a market data stream says when something is wrong. */
enum StreamError {
    INVALID_SYNTAX(400, "invalid syntax"),
    NOT_AUTHENTICATED(401, "not authenticated"),
    AUTH_FAILED(402, "auth failed"),
    ALREADY_AUTHENTICATED(403, "already authenticated"),
    AUTH_TIMEOUT(404, "auth timeout"),
    SYMBOL_LIMIT(405, "symbol limit exceeded"),
    CONNECTION_LIMIT(406, "connection limit exceeded"),
    INSUFFICIENT_SUBSCRIPTION(409, "insufficient subscription"),
    INVALID_FOR_FEED(410, "invalid subscribe action for this feed");

    private final int code;
    private final String text;

    StreamError(final int code, final String text) {
        this.code = code;
        this.text = text;
    }

    Map<String, Object> message() {
        final Map<String, Object> message = new LinkedHashMap<>();
        message.put("T", "error");
        message.put("code", code);
        message.put("msg", text);
        return message;
    }
}
