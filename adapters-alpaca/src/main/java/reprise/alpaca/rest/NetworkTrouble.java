package reprise.alpaca.rest;

import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** What went wrong between us and a server, in words; the library's own are often the name of a host or of a class. */
public final class NetworkTrouble {
    private NetworkTrouble() {}

    /**
     * In words for the user.
     *
     * @param trouble that a call or a connection ended with.
     * @return without a line break, of any length.
     */
    public static String words(final Throwable trouble) {
        final String text = trouble.getMessage();
        if (trouble instanceof UnknownHostException) {
            return "no such host, or no network: " + text;
        }
        if (trouble instanceof EOFException) {
            return "the server closed the connection";
        }
        if (trouble instanceof InterruptedIOException) {
            return "no answer in time";
        }
        if (trouble instanceof SSLException) {
            return "no secure connection: " + text;
        }
        return text == null ? trouble.toString() : text;
    }
}
