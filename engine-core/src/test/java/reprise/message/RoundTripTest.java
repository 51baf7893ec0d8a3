package reprise.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.message.Calls.Call;
import reprise.message.codec.MessageHeaderDecoder;
import reprise.message.codec.MessageHeaderEncoder;
import reprise.testing.ArrayOutlet;
import reprise.testkit.RandomCases;
import reprise.time.EngineClock;

/** Call to bytes and back, for every method that the vocabularies have. */
class RoundTripTest {
    private static final int CASES = 200;
    private static final int SHIFT = 16;

    private final ArrayOutlet outlet = new ArrayOutlet();
    private final EngineClock clock = new EngineClock();
    private final EventPublisher events = new EventPublisher(outlet);
    private final CommandPublisher commands = new CommandPublisher(outlet, clock);
    private final List<Call> heard = new ArrayList<>();
    private final EventDispatcher eventDispatcher = new EventDispatcher(Calls.recorder(EngineEvents.class, heard));
    private final CommandDispatcher commandDispatcher = new CommandDispatcher(
            Calls.recorder(EngineCommands.class, heard), Calls.recorder(EngineDecisions.class, heard));

    static Stream<Method> events() {
        return Calls.methodsOf(EngineEvents.class).stream();
    }

    static Stream<Method> commands() {
        return Calls.methodsOf(EngineOutput.class).stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldHearTheEventThatWasPublished(final Method method) {
        RandomCases.check(CASES, random -> {
            final Call said = Calls.anyCall(method, random);
            final long timeNs = RandomCases.anyLong(random);
            heard.clear();

            make(said, events.at(timeNs));
            eventDispatcher.dispatch(moved(), SHIFT);

            assertThat(heard).containsExactly(said);
            assertThat(Envelope.timeNs(outlet.buffer(), 0)).isEqualTo(timeNs);
            assertThat(Envelope.sequence(outlet.buffer(), 0)).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldHearTheCommandThatWasPublished(final Method method) {
        RandomCases.check(CASES, random -> {
            final Call said = Calls.anyCall(method, random);
            final long cause = random.nextLong();
            final long before = commands.sequence();
            clock.beginEvent(cause);
            clock.advanceTo(clock.timeNs() + 1);
            heard.clear();

            make(said, commands);
            commandDispatcher.dispatch(moved(), SHIFT);

            assertThat(heard).containsExactly(said);
            assertThat(Envelope.sequence(outlet.buffer(), 0)).isEqualTo(before + 1);
            assertThat(Envelope.timeNs(outlet.buffer(), 0)).isEqualTo(clock.timeNs());
            assertThat(Envelope.causeSequence(outlet.buffer(), 0)).isEqualTo(cause);
        });
    }

    private static void make(final Call call, final Object target) {
        try {
            call.on(target);
        } catch (final Throwable problem) {
            throw new AssertionError(call.toString(), problem);
        }
    }

    /** The record at another place, with other bytes right behind it: a dispatcher must not care. */
    private UnsafeBuffer moved() {
        final byte[] bytes = new byte[SHIFT + outlet.lengthBytes()];
        outlet.buffer().getBytes(0, bytes, SHIFT, outlet.lengthBytes());
        return new UnsafeBuffer(bytes);
    }

    @Test
    void shouldStampInPlace() {
        events.onClockTicked();

        Envelope.stamp(outlet.buffer(), 0, Long.MAX_VALUE, Long.MIN_VALUE);

        assertThat(Envelope.sequence(outlet.buffer(), 0)).isEqualTo(Long.MAX_VALUE);
        assertThat(Envelope.timeNs(outlet.buffer(), 0)).isEqualTo(Long.MIN_VALUE);
        assertThat(Templates.name(Envelope.templateId(outlet.buffer(), 0))).isEqualTo("ClockTicked");
        assertThat(outlet.lengthBytes()).isEqualTo(Envelope.LENGTH_BYTES);
    }

    @Test
    void shouldNeverSkipAnUnknownMessage() {
        events.onClockTicked();
        final MessageHeaderEncoder header = new MessageHeaderEncoder().wrap(outlet.buffer(), 0);

        for (final int templateId : new int[] {Envelope.ABORTED_TEMPLATE_ID, 77, 65_535}) {
            header.templateId(templateId);
            assertThatThrownBy(() -> eventDispatcher.dispatch(outlet.buffer(), 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("unknown message: templateId=" + templateId);
            assertThatThrownBy(() -> commandDispatcher.dispatch(outlet.buffer(), 0))
                    .hasMessage("unknown message: templateId=" + templateId);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void shouldNotTakeAnEventForACommandOrTheOtherWayRound() {
        events.onClockTicked();
        assertThatThrownBy(() -> commandDispatcher.dispatch(outlet.buffer(), 0))
                .hasMessageContaining("unknown message");

        commands.requestReconciliation(1, 0);
        assertThatThrownBy(() -> eventDispatcher.dispatch(outlet.buffer(), 0)).hasMessageContaining("unknown message");
    }

    @Test
    void shouldNeverReadAnotherSchemaOrALaterVersion() {
        events.onClockTicked();
        final MessageHeaderEncoder header = new MessageHeaderEncoder().wrap(outlet.buffer(), 0);

        header.schemaId(MessageHeaderDecoder.SCHEMA_ID + 1);
        assertThatThrownBy(() -> eventDispatcher.dispatch(outlet.buffer(), 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another schema: schemaId=772");

        header.schemaId(MessageHeaderDecoder.SCHEMA_ID).version(MessageHeaderDecoder.SCHEMA_VERSION + 1);
        assertThatThrownBy(() -> eventDispatcher.dispatch(outlet.buffer(), 0)).hasMessageContaining("version=1");
    }
}
