package reprise.alpaca.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OrderBookTest {
    private final OrderBook book = new OrderBook(new ClientIds("run"), new AlpacaInstruments(0, List.of()));

    /** Whoever has the lock tells the engine something, and waits until it is taken: the engine must not wait in turn. */
    @Test
    void shouldSayWhereWorkIsDoneWhileSomebodyElseHasTheLock() throws Exception {
        book.joins(3, 1);
        final CompletableFuture<List<Long>> answer;
        synchronized (book) {
            answer = CompletableFuture.supplyAsync(() -> List.of(book.strand(1), book.strand(3), book.strand(4)));

            assertThat(answer.get(1, TimeUnit.MINUTES)).containsExactly(1L, 1L, 4L);
        }
    }
}
