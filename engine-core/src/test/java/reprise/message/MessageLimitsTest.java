package reprise.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.market.BracketStyle;
import reprise.market.InstrumentDefinition;
import reprise.message.Calls.Call;
import reprise.order.RejectReason;
import reprise.testing.ArrayOutlet;
import reprise.time.EngineClock;

/** What a message can hold, and that nothing is claimed for one that cannot be written. */
class MessageLimitsTest {
    private final ArrayOutlet outlet = new ArrayOutlet();
    private final EventPublisher events = new EventPublisher(outlet);
    private final CommandPublisher commands = new CommandPublisher(outlet, new EngineClock());
    private final List<Call> heard = new ArrayList<>();
    private final EventDispatcher dispatcher = new EventDispatcher(Calls.recorder(EngineEvents.class, heard));

    static Stream<Method> events() {
        return Calls.methodsOf(EngineEvents.class).stream();
    }

    static Stream<Method> methods() {
        return Stream.concat(events(), Calls.methodsOf(EngineOutput.class).stream());
    }

    private Object publisherOf(final Method method) {
        return method.getDeclaringClass().isAssignableFrom(EventPublisher.class) ? events : commands;
    }

    private static InstrumentDefinition longestDefinition(final String symbol) {
        return new InstrumentDefinition(
                0,
                0,
                symbol,
                Calls.LONGEST_TEXT,
                Calls.LONGEST_TEXT,
                0,
                0,
                1,
                1,
                0,
                0,
                true,
                1,
                1,
                Calls.LONGEST_TEXT,
                BracketStyle.NATIVE,
                true);
    }

    private static Call with(final Call call, final int index, final Object argument) {
        final List<Object> arguments = new ArrayList<>(call.arguments());
        arguments.set(index, argument);
        return new Call(call.method(), arguments);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void shouldFitASlotWithAllTextsAtTheirLongest(final Method method) throws Throwable {
        Call call = Calls.anyCall(method, new SplittableRandom(1));
        for (int i = 0; i < method.getParameterCount(); i++) {
            if (method.getParameterTypes()[i] == String.class) {
                call = with(call, i, Calls.LONGEST_TEXT);
            } else if (method.getParameterTypes()[i] == InstrumentDefinition.class) {
                call = with(call, i, longestDefinition("S".repeat(32)));
            }
        }

        call.on(publisherOf(method));

        assertThat(outlet.lengthBytes()).isBetween(Envelope.LENGTH_BYTES, Outlet.MAX_MESSAGE_LENGTH_BYTES);
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldClaimNothingForATextThatDoesNotFit(final Method method) {
        final Call call = Calls.anyCall(method, new SplittableRandom(1));
        for (int i = 0; i < method.getParameterCount(); i++) {
            final boolean isVenueText = method.getName().equals("onOrderRejected");
            if (method.getParameterTypes()[i] == String.class && !isVenueText) {
                for (final String text :
                        List.of(Calls.LONGEST_TEXT + "~", "a\u00e9", "line\nbreak", "\u0000", "\ud83d\ude00")) {
                    final Call wrong = with(call, i, text);
                    assertThatThrownBy(() -> wrong.on(events)).isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
        assertThat(outlet.claims()).isZero();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void shouldClaimNothingWhenSomethingIsMissing(final Method method) {
        final Call call = Calls.anyCall(method, new SplittableRandom(1));
        for (int i = 0; i < method.getParameterCount(); i++) {
            final boolean isVenueText =
                    method.getName().equals("onOrderRejected") && method.getParameterTypes()[i] == String.class;
            if (!method.getParameterTypes()[i].isPrimitive() && !isVenueText) {
                final Call wrong = with(call, i, null);
                assertThatThrownBy(() -> wrong.on(publisherOf(method))).isInstanceOf(NullPointerException.class);
            }
        }
        assertThat(outlet.claims()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"S\u00fcd", "tab\t"})
    void shouldRefuseASymbolThatIsNotPlain(final String symbol) {
        final InstrumentDefinition definition = longestDefinition(symbol);

        assertThatThrownBy(() -> events.onInstrumentDefined(definition))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("symbol must be printable ASCII");
        assertThat(outlet.claims()).isZero();
    }

    @Test
    void shouldCutWhatAVenueSays() {
        events.onOrderRejected(1, 2, RejectReason.VENUE_OTHER, "caf\u00e9 \ud83d\ude00" + "x".repeat(500));
        dispatcher.dispatch(outlet.buffer(), 0);

        final String text = (String) heard.get(0).arguments().get(3);
        assertThat(text).startsWith("caf? ??xxx").hasSize(AsciiText.MAX_LENGTH);
    }

    @Test
    void shouldTakeSilenceOfAVenueForAnEmptyText() {
        events.onOrderRejected(1, 2, RejectReason.VENUE_OTHER, null);
        dispatcher.dispatch(outlet.buffer(), 0);

        assertThat(heard.get(0).arguments().get(3)).isEqualTo("");
    }
}
