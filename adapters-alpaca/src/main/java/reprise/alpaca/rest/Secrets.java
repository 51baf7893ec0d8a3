package reprise.alpaca.rest;

import okhttp3.Request;

/** The keys of the account: put on requests, and kept out of every text. */
final class Secrets {
    private final String keyId;
    private final String secret;

    Secrets(final String keyId, final String secret) {
        this.keyId = keyId;
        this.secret = secret;
    }

    Request.Builder sign(final Request.Builder builder) {
        return builder.header("APCA-API-KEY-ID", keyId).header("APCA-API-SECRET-KEY", secret);
    }

    String hide(final String text) {
        return secret.isEmpty() ? text : text.replace(secret, "***");
    }
}
