package reprise.simulation.alpaca.http;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import reprise.simulation.alpaca.account.Refusal;
import reprise.simulation.alpaca.wire.Json;
import reprise.simulation.alpaca.wire.RequestWire;
import reprise.simulation.alpaca.wire.Stamps;

/**
 * What a client asks for.
 *
 * @param method GET, POST, PATCH or DELETE.
 * @param path without the query.
 * @param parts of the path that the route leaves open.
 * @param query by name; the first of several values.
 * @param body text, empty for none.
 */
record Request(String method, String path, List<String> parts, Map<String, String> query, String body) {
    Request with(final List<String> newParts) {
        return new Request(method, path, newParts, query, body);
    }

    String part(final int index) {
        return parts.get(index);
    }

    /** A value of the query, or what it is otherwise. */
    String query(final String name, final String otherwise) {
        final String value = query.get(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    boolean isTrue(final String name) {
        return "true".equals(query.get(name));
    }

    int whole(final String name, final int otherwise, final int most) {
        try {
            final int value = Integer.parseInt(query(name, Integer.toString(otherwise)));
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (final NumberFormatException e) {
            throw Refusal.unprocessable(name + " is not a whole number: " + query.get(name));
        }
        throw Refusal.unprocessable(name + " must be between 1 and " + most);
    }

    long time(final String name, final long otherwiseNs) {
        final String value = query(name, null);
        try {
            return value == null ? otherwiseNs : Stamps.parse(value);
        } catch (final IllegalArgumentException e) {
            throw Refusal.unprocessable("invalid " + name + ": " + value);
        }
    }

    BigDecimal decimal(final String name) {
        final String value = query(name, null);
        return value == null ? null : RequestWire.decimal(Map.of(name, value), name);
    }

    /** A list between commas; empty for none. */
    List<String> list(final String name) {
        final String value = query(name, "");
        return value.isEmpty() ? List.of() : Arrays.asList(value.split(","));
    }

    Map<String, Object> json() {
        try {
            return Json.readObject(body);
        } catch (final IllegalArgumentException e) {
            throw Refusal.invalidBody("request body format is invalid");
        }
    }
}
