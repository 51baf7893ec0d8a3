package reprise.message;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import reprise.market.BracketStyle;
import reprise.market.InstrumentDefinition;
import reprise.order.GroupTerms;
import reprise.order.OrderIds;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.signal.Reason;
import reprise.testkit.RandomCases;

/** Calls of the two vocabularies as data: made with random arguments, recorded by a proxy. New methods are covered by being there. */
final class Calls {
    static final String LONGEST_TEXT = "~".repeat(AsciiText.MAX_LENGTH);

    private Calls() {}

    /** One call and its arguments. */
    record Call(Method method, List<Object> arguments) {
        void on(final Object target) throws Throwable {
            try {
                method.invoke(target, arguments.toArray());
            } catch (final InvocationTargetException e) {
                throw e.getCause();
            }
        }

        /** By what was said: terms are reused objects without an identity of their own. */
        @Override
        public boolean equals(final Object other) {
            return other instanceof Call && toString().equals(other.toString());
        }

        @Override
        public int hashCode() {
            return toString().hashCode();
        }

        @Override
        public String toString() {
            return method.getName() + arguments;
        }
    }

    /** Every method of a vocabulary, in a fixed order. */
    static List<Method> methodsOf(final Class<?> vocabulary) {
        return Arrays.stream(vocabulary.getMethods())
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    static Call anyCall(final Method method, final SplittableRandom random) {
        final boolean isOfAnAmount = method.getName().contains("Cash");
        return new Call(
                method,
                Arrays.stream(method.getParameterTypes())
                        .map(type -> anyArgument(type, isOfAnAmount, random))
                        .toList());
    }

    private static Object anyArgument(final Class<?> type, final boolean isOfAnAmount, final SplittableRandom random) {
        if (type == long.class) {
            return RandomCases.anyLong(random);
        }
        if (type == int.class) {
            return (int) RandomCases.anyLong(random);
        }
        if (type == String.class) {
            return anyText(random, AsciiText.MAX_LENGTH);
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type == InstrumentDefinition.class) {
            return anyDefinition(random);
        }
        if (type == OrderTerms.class) {
            return isOfAnAmount ? ofAnAmount(random) : anyTerms(random);
        }
        if (type == GroupTerms.class) {
            return anyGroup(random);
        }
        if (type == Reason.class) {
            return anyReason(random);
        }
        throw new AssertionError("teach this test to make a " + type);
    }

    private static OrderTerms ofAnAmount(final SplittableRandom random) {
        final OrderTerms terms = anyTerms(random);
        return new OrderTerms()
                .set(terms.side(), terms.type(), terms.timeInForce(), terms.quantity())
                .entryOrderId(terms.entryOrderId())
                .cashOrderQty(RandomCases.anyLong(random));
    }

    private static OrderTerms anyTerms(final SplittableRandom random) {
        return new OrderTerms()
                .set(
                        RandomCases.oneOf(random, Side.values()),
                        RandomCases.oneOf(random, OrderType.values()),
                        RandomCases.oneOf(random, TimeInForce.values()),
                        RandomCases.anyLong(random))
                .limitPrice(RandomCases.anyLong(random))
                .stopPrice(RandomCases.anyLong(random))
                .trailDistance(RandomCases.anyLong(random))
                .entryOrderId(RandomCases.anyLong(random));
    }

    private static GroupTerms anyGroup(final SplittableRandom random) {
        final GroupTerms group = new GroupTerms();
        if (random.nextBoolean()) {
            group.entry(
                    RandomCases.anyLong(random),
                    anyTerms(random).trailDistance(0).entryOrderId(OrderIds.NULL_ORDER_ID));
        } else {
            group.exits(
                    RandomCases.anyLong(random),
                    RandomCases.oneOf(random, Side.values()),
                    RandomCases.oneOf(random, TimeInForce.values()),
                    RandomCases.anyLong(random),
                    RandomCases.anyLong(random));
        }
        return group.target(RandomCases.anyLong(random)).stop(RandomCases.anyLong(random), RandomCases.anyLong(random));
    }

    private static Reason anyReason(final SplittableRandom random) {
        final Reason reason = new Reason().of(anyText(random, Reason.MAX_NAME_LENGTH));
        final int count = random.nextInt(Reason.MAX_VALUES + 1);
        for (int i = 0; i < count; i++) {
            reason.with(anyText(random, Reason.MAX_LABEL_LENGTH), Double.longBitsToDouble(random.nextLong()));
        }
        return reason;
    }

    private static String anyText(final SplittableRandom random, final int maxLength) {
        final int length = RandomCases.oneOf(random, 0, 1, maxLength, random.nextInt(maxLength + 1));
        return random.ints(length, ' ', '~' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static InstrumentDefinition anyDefinition(final SplittableRandom random) {
        return new InstrumentDefinition(
                random.nextInt(1 << random.nextInt(31)),
                random.nextInt(1 << random.nextInt(31)),
                "S" + anyText(random, 31),
                anyText(random, AsciiText.MAX_LENGTH),
                anyText(random, AsciiText.MAX_LENGTH),
                random.nextInt(InstrumentDefinition.MAX_DECIMALS + 1),
                random.nextInt(InstrumentDefinition.MAX_DECIMALS + 1),
                random.nextLong() >>> 1 | 1,
                random.nextLong() >>> 1 | 1,
                random.nextLong() >>> 1,
                random.nextLong() >>> 1,
                random.nextBoolean(),
                random.nextInt(),
                random.nextInt(),
                anyText(random, AsciiText.MAX_LENGTH),
                RandomCases.oneOf(random, BracketStyle.values()),
                random.nextBoolean());
    }

    private static Object kept(final Object argument) {
        if (argument instanceof Reason reason) {
            final Reason copy = new Reason();
            copy.copyFrom(reason);
            return copy;
        }
        if (argument instanceof GroupTerms group) {
            return new GroupTerms().set(group);
        }
        return argument instanceof OrderTerms terms ? new OrderTerms().set(terms) : argument;
    }

    /** An implementation of a vocabulary that notes down what it is told. */
    static <T> T recorder(final Class<T> vocabulary, final List<Call> calls) {
        return vocabulary.cast(Proxy.newProxyInstance(
                vocabulary.getClassLoader(), new Class<?>[] {vocabulary}, (proxy, method, arguments) -> {
                    calls.add(new Call(
                            method,
                            arguments == null
                                    ? List.of()
                                    : Arrays.stream(arguments).map(Calls::kept).toList()));
                    return null;
                }));
    }

    /** All that a writer of fields is told, one string a field. */
    static FieldWriter fieldRecorder(final List<String> fields) {
        return (FieldWriter) Proxy.newProxyInstance(
                FieldWriter.class.getClassLoader(), new Class<?>[] {FieldWriter.class}, (proxy, method, arguments) -> {
                    fields.add(method.getName() + " "
                            + String.join(
                                    " ",
                                    new ArrayList<>(Arrays.stream(arguments)
                                            .map(String::valueOf)
                                            .toList())));
                    return null;
                });
    }
}
