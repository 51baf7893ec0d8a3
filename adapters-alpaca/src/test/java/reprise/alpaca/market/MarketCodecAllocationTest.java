package reprise.alpaca.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.testkit.Allocation;

/** From the bytes of a frame to the bytes of events, nothing is allocated. */
class MarketCodecAllocationTest {
    private static final int FRAMES = 5_000;
    private static final int MINUTE_AT = "\"t\":\"2026-02-23T".length();

    private final CountingOutlet outlet = new CountingOutlet();
    private final BarLedger ledger = new BarLedger(CodecBench.INSTRUMENTS.size());
    private final MarketCodec codec = new MarketCodec(
            new SymbolTable(CodecBench.INSTRUMENTS),
            new StampedEvents(new EventPublisher(outlet), ledger, CodecBench.trading()),
            new CodecBench());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'T':'t','S':'AAPL','i':96921,'x':'D','p':126.5451,'s':1,'c':['@','I'],'z':'C',",
                "{'T':'t','S':'BTC\\/USD','p':45000.0,'s':0.5,'i':789,'tks':'B',",
                "{'T':'q','S':'AAPL','bx':'U','bp':126.54,'bs':1,'ax':'Q','ap':126.56,'as':4,'c':['R'],'z':'C',",
                "{'T':'b','S':'AAPL','o':1,'h':3.5,'l':0.5,'c':2,'v':1500000,'n':5,'vw':1.234567,",
                "{'T':'u','S':'AAPL','o':1,'h':3.5,'l':0.5,'c':2,'v':1500000,'n':5,'vw':1.234567,",
                "{'T':'s','S':'AAPL','sc':'H','sm':'Halt','rc':'T1','rm':'News','z':'C',",
                "{'T':'l','S':'AAPL','u':160.0,'d':140.0,'i':'A','z':'C',",
                "{'T':'c','S':'AAPL','op':149.0,'os':'100','oc':['@'],'cp':150.0,'cs':100,'cc':['@'],",
                "{'T':'x','S':'AAPL','i':456,'x':'D','p':150.5,'s':100,'a':'C','z':'C',",
                "{'T':'o','S':'BTC/USD','b':[{'p':64999.0,'s':0.5},{'p':64998,'s':0}],'a':[{'p':65001.0,'s':1}],'r':true,"
            })
    void shouldNotAllocate(final String start) {
        final String frame = "[" + start.replace('\'', '"') + "\"t\":\"2026-02-23T00:00:44.208Z\"}]";
        final byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
        final int digits = frame.indexOf("\"t\":\"2026") + MINUTE_AT;
        final int[] count = {0};

        final long least = Allocation.leastBytes(12, () -> {
            for (int i = 0; i < FRAMES; i++) {
                stamp(bytes, digits, count[0]++);
                codec.decode(bytes, bytes.length);
            }
        });

        assertThat(least).isZero();
        assertThat(outlet.messages).isGreaterThan(500);
        assertThat(codec.decoded()).isEqualTo(count[0]);
    }

    /** Another minute each time, so that bars go on. */
    private static void stamp(final byte[] bytes, final int at, final int count) {
        final int minute = count % 60;
        final int hour = count / 60 % 24;
        bytes[at] = (byte) ('0' + hour / 10);
        bytes[at + 1] = (byte) ('0' + hour % 10);
        bytes[at + 3] = (byte) ('0' + minute / 10);
        bytes[at + 4] = (byte) ('0' + minute % 10);
    }

    private static final class CountingOutlet implements Outlet {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);
        private long messages;

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            messages++;
        }
    }
}
