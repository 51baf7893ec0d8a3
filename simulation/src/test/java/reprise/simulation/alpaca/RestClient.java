package reprise.simulation.alpaca;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import reprise.simulation.alpaca.wire.Json;

/** Asks a venue over HTTP as any client would. */
final class RestClient {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String secret;
    private Duration timeout = Duration.ofSeconds(20);

    RestClient(final URI base) {
        this(base, "SECRET");
    }

    RestClient(final URI base, final String secret) {
        this.base = base;
        this.secret = secret;
    }

    RestClient impatient() {
        timeout = Duration.ofMillis(300);
        return this;
    }

    /** An answer with its body read. */
    record Answer(int status, String text, HttpResponse<String> response) {
        @SuppressWarnings("unchecked")
        Map<String, Object> object() {
            return (Map<String, Object>) value();
        }

        @SuppressWarnings("unchecked")
        List<Map<String, Object>> list() {
            return (List<Map<String, Object>>) value();
        }

        private Object value() {
            return Json.readObject("{\"value\":" + text + "}").get("value");
        }

        String header(final String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    Answer get(final String path) {
        return send("GET", path, null);
    }

    Answer post(final String path, final String body) {
        return send("POST", path, body);
    }

    Answer patch(final String path, final String body) {
        return send("PATCH", path, body);
    }

    Answer delete(final String path) {
        return send("DELETE", path, null);
    }

    Answer send(final String method, final String path, final String body) {
        try {
            return trySend(method, path, body);
        } catch (final IOException e) {
            throw new AssertionError(method + " " + path, e);
        }
    }

    Answer trySend(final String method, final String path, final String body) throws IOException {
        final HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .header("APCA-API-KEY-ID", "KEY")
                .header("APCA-API-SECRET-KEY", secret)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        try {
            final HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
