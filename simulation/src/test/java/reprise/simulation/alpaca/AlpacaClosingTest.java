package reprise.simulation.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;
import reprise.simulation.alpaca.market.Asset;

/** A venue that is closed while clients are at it: they lose their connection, and nobody else hears of it. */
@Timeout(60)
class AlpacaClosingTest {
    private static final int CLIENTS = 8;
    private static final int TIMES = 8;
    private static final String ORDER =
            "{'symbol':'AAPL','side':'buy','type':'market','time_in_force':'day','qty':'1'}";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private PrintStream realErr;

    @BeforeEach
    void listen() {
        realErr = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setErr(realErr);
    }

    @Test
    void shouldCloseWithoutAWordWhileRequestsAreUnderWay() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            closeAmongRequests(3 * i);
        }

        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** After one answer each, and a few more, so that it is closed at another moment each time. */
    private static void closeAmongRequests(final int more) throws Exception {
        final AlpacaServer server = new AlpacaServer(AlpacaConfig.local(List.of(Asset.equity("AAPL"))));
        server.market().quote("AAPL", "99.99", "100.01");
        server.faults().set(new Fault(FaultKind.SLOW, "", 5, 1_000_000));
        final AtomicBoolean isOver = new AtomicBoolean();
        final CountDownLatch busy = new CountDownLatch(CLIENTS + more);
        final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            clients.execute(() -> ask(server, busy, isOver));
        }
        busy.await();
        server.close();
        isOver.set(true);
        clients.shutdown();
        assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void ask(final AlpacaServer server, final CountDownLatch busy, final AtomicBoolean isOver) {
        final RestClient rest = new RestClient(server.httpUri()).impatient();
        while (!isOver.get()) {
            try {
                rest.trySend("POST", "/v2/orders", ORDER);
                rest.trySend("GET", "/v2/orders", null);
                busy.countDown();
            } catch (final IOException closing) {
                // as it should be; it comes again
            }
        }
    }
}
