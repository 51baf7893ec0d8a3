package reprise.alpaca.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class NetworkTroubleTest {
    @Test
    void shouldSayWhatTheLibraryOnlyNames() {
        assertThat(NetworkTrouble.words(new UnknownHostException("data.alpaca.markets")))
                .isEqualTo("no such host, or no network: data.alpaca.markets");
        assertThat(NetworkTrouble.words(new EOFException())).isEqualTo("the server closed the connection");
        assertThat(NetworkTrouble.words(new SocketTimeoutException("timeout"))).isEqualTo("no answer in time");
        assertThat(NetworkTrouble.words(new SSLHandshakeException("bad certificate")))
                .isEqualTo("no secure connection: bad certificate");
        assertThat(NetworkTrouble.words(new IOException("broken pipe"))).isEqualTo("broken pipe");
        assertThat(NetworkTrouble.words(new IOException())).isEqualTo("java.io.IOException");
    }
}
