package reprise.alpaca.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.alpaca.TextLink;
import reprise.message.EventPublisher;

class BarLedgerTest {
    private final TextLink link = new TextLink();
    private final EventPublisher publisher = link.newPublisher();
    private final BarLedger ledger = new BarLedger(2);
    private final StampedEvents stream = new StampedEvents(publisher, ledger, CodecBench.trading());

    private void bar(final int instrumentId, final long closeNs) {
        stream.onBar(instrumentId, closeNs, 60, 1, 1, 1, 1, 1);
    }

    private static ClosedBar past(final int instrumentId, final long closeNs) {
        return new ClosedBar(instrumentId, closeNs, 60, 2, 2, 2, 2, 2);
    }

    private List<String> told() {
        final List<String> told = new ArrayList<>();
        for (String event = link.eventAtHand(); event != null; event = link.eventAtHand()) {
            told.add(event.replaceFirst(" 60 .*", ""));
        }
        return told;
    }

    @Test
    void shouldTellEachBarOnceAndNoneThatIsOlder() {
        bar(0, 100);
        bar(0, 100);
        bar(1, 100);
        bar(0, 40);
        bar(0, 160);

        assertThat(told()).containsExactly("bar 0 100", "bar 1 100", "bar 0 160");
        assertThat(ledger.repeated()).isEqualTo(2);
        assertThat(ledger.newestCloseNs()).isEqualTo(160);
    }

    @Test
    void shouldTellThePastBeforeWhatIsNew() {
        bar(0, 100);
        ledger.beginFill();
        bar(0, 340);
        bar(1, 340);
        bar(0, 400);
        assertThat(told()).containsExactly("bar 0 100");

        final int told = ledger.tellPast(
                List.of(past(0, 100), past(0, 220), past(1, 220), past(0, 280), past(0, 340)), publisher);
        ledger.endFill(publisher);
        bar(0, 400);
        bar(0, 460);

        assertThat(told).isEqualTo(4);
        assertThat(told())
                .containsExactly(
                        "historical 0 220",
                        "historical 1 220",
                        "historical 0 280",
                        "historical 0 340",
                        "bar 1 340",
                        "bar 0 400",
                        "bar 0 460");
    }

    @Test
    void shouldWaitForTheLastOfSeveralFills() {
        ledger.beginFill();
        ledger.beginFill();
        bar(0, 100);
        ledger.endFill(publisher);
        assertThat(told()).isEmpty();

        ledger.endFill(publisher);
        assertThat(told()).containsExactly("bar 0 100");
    }

    @Test
    void shouldNotTellWhatIsKnown() {
        assertThat(ledger.knowsAny()).isFalse();
        ledger.known(0, 100);

        bar(0, 100);
        bar(1, 100);

        assertThat(told()).containsExactly("bar 1 100");
        assertThat(ledger.knowsAny()).isTrue();
    }

    @Test
    void shouldCountFromWhatWasHeardFirstEvenIfThatIsNoBar() {
        stream.onBookCleared(0, 77);
        stream.onBookCleared(0, 99);

        assertThat(ledger.newestCloseNs()).isEqualTo(77);
        assertThat(stream.latestNs()).isEqualTo(99);
    }
}
