package reprise.parameter;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reprise.bar.BarExpression;
import reprise.bar.BarSpec;
import reprise.exit.ExitPolicy;
import reprise.state.StateExchange;

/** Makes records of parameters: from what is configured, from others by changing one, and from a state. */
public final class ParameterRecords {
    private ParameterRecords() {}

    /**
     * Reads a record.
     *
     * @param type whose components are declared with {@link Parameter}.
     * @param source of the texts; it is finished, so that what no component asks for is an error.
     * @return the record.
     * @throws RuntimeException as the source makes it, if something is missing, wrong or unknown.
     */
    public static <P extends Record> P read(final Class<P> type, final ParameterSource source) {
        final P record = read(type, ParameterSpec.of(type), new Object[0], source);
        source.finish();
        return record;
    }

    private static <P extends Record> P read(
            final Class<P> type, final List<ParameterSpec> specs, final Object[] first, final ParameterSource source) {
        final Object[] values = Arrays.copyOf(first, first.length + specs.size());
        String symbol = null;
        for (int i = 0; i < specs.size(); i++) {
            final ParameterSpec spec = specs.get(i);
            final Object value = value(spec, source, symbol);
            values[first.length + i] = value;
            if (symbol == null && spec.says().kind() == Kind.SYMBOL && value instanceof String found) {
                symbol = found;
            }
        }
        try {
            return create(type, values);
        } catch (final ParameterException e) {
            throw source.invalid(e.parameter(), e.getMessage());
        }
    }

    private static Object value(final ParameterSpec spec, final ParameterSource source, final String symbol) {
        final String name = spec.name();
        if (spec.isNested()) {
            return read(spec.type().asSubclass(Record.class), source.nested(name));
        }
        if (!source.has(name)) {
            if (spec.isRequired()) {
                throw source.missing(name);
            }
            return absent(spec, source, symbol);
        }
        if (spec.isRecords()) {
            return records(spec, source);
        }
        if (spec.type() == ExitPolicy.class) {
            return source.exits(name);
        }
        if (spec.element() != null) {
            final List<String> texts = source.texts(name);
            texts.forEach(text -> checkSymbol(spec, source, text));
            return List.copyOf(texts);
        }
        return single(spec, source, source.text(name), symbol);
    }

    private static Object absent(final ParameterSpec spec, final ParameterSource source, final String symbol) {
        if (spec.element() != null) {
            return List.of();
        }
        return spec.says().value().isEmpty()
                ? null
                : single(spec, source, spec.says().value(), symbol);
    }

    private static Object single(
            final ParameterSpec spec, final ParameterSource source, final String text, final String symbol) {
        if (spec.type() == String.class) {
            checkSymbol(spec, source, text);
            return text;
        }
        try {
            return spec.type() == BarSpec.class
                    ? BarExpression.parse(text, symbol == null ? 0 : source.quantityDecimals(symbol))
                    : ParameterText.read(spec, text);
        } catch (final ParameterException e) {
            final String near = spec.type().isEnum() ? source.suggestion(text, spec.choices()) : "";
            throw source.invalid(spec.name(), e.getMessage() + near);
        } catch (final IllegalArgumentException e) {
            throw source.invalid(spec.name(), e.getMessage());
        }
    }

    private static void checkSymbol(final ParameterSpec spec, final ParameterSource source, final String text) {
        if (spec.says().kind() == Kind.SYMBOL && !source.symbols().contains(text)) {
            throw source.invalid(
                    spec.name(),
                    "'" + text + "' is not among the instruments" + source.suggestion(text, source.symbols())
                            + "; configured: " + String.join(", ", source.symbols()));
        }
    }

    private static List<Record> records(final ParameterSpec spec, final ParameterSource source) {
        final Class<? extends Record> type = spec.element().asSubclass(Record.class);
        final List<ParameterSpec> specs = ParameterSpec.ofRecords(type);
        final List<Record> records = new ArrayList<>();
        for (final String name : source.recordNames(spec.name())) {
            final String text = isText(specs) ? source.recordText(spec.name(), name) : null;
            if (text != null) {
                records.add(create(type, new Object[] {name, text}));
                continue;
            }
            final ParameterSource each = source.record(spec.name(), name);
            records.add(read(type, specs, new Object[] {name}, each));
            each.finish();
        }
        return List.copyOf(records);
    }

    /** Whether a record is a name and a text, and so can be written as one. */
    private static boolean isText(final List<ParameterSpec> specs) {
        return specs.size() == 1
                && specs.get(0).type() == String.class
                && specs.get(0).says().kind() == Kind.PLAIN;
    }

    private static <P extends Record> P create(final Class<P> type, final Object[] values) {
        final Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            final Constructor<P> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (final InvocationTargetException e) {
            if (e.getCause() instanceof ParameterException wrong) {
                throw wrong;
            }
            throw new IllegalStateException("cannot make " + type.getName() + ": " + e.getCause(), e.getCause());
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }

    /**
     * The same record with one parameter changed.
     *
     * @param current the record.
     * @param name of a parameter that is live.
     * @param text its new value, as written in a configuration.
     * @return a new record.
     * @throws ParameterException if there is no such parameter, it is not live, or the value makes no sense.
     */
    public static Record changed(final Record current, final String name, final String text) {
        final List<ParameterSpec> specs = ParameterSpec.of(current.getClass());
        final Object[] values = specs.stream().map(spec -> spec.of(current)).toArray();
        for (int i = 0; i < values.length; i++) {
            final ParameterSpec spec = specs.get(i);
            if (spec.name().equals(name)) {
                if (!spec.says().live()) {
                    throw new ParameterException(name, "is fixed while it runs; " + liveOnes(specs));
                }
                values[i] = ParameterText.read(spec, text);
                return create(current.getClass(), values);
            }
        }
        throw new ParameterException(name, "there is no such parameter; " + liveOnes(specs));
    }

    private static String liveOnes(final List<ParameterSpec> specs) {
        final List<String> live = specs.stream()
                .filter(spec -> spec.says().live())
                .map(ParameterSpec::name)
                .toList();
        return live.isEmpty() ? "none can be changed" : "these can be changed: " + String.join(", ", live);
    }

    /**
     * Saves what may have changed, or puts it back.
     *
     * @param current the record.
     * @param state where its live parameters are kept.
     * @return the record from now on; the same while saving.
     * @throws IllegalStateException if what was kept makes no sense in this record.
     */
    public static Record exchange(final Record current, final StateExchange state) {
        final List<ParameterSpec> specs = ParameterSpec.of(current.getClass());
        final Object[] values = specs.stream().map(spec -> spec.of(current)).toArray();
        for (int i = 0; i < values.length; i++) {
            final ParameterSpec spec = specs.get(i);
            if (spec.says().live()) {
                final String found = state.field(spec.name(), ParameterText.write(spec, values[i]));
                if (state.isRestoring()) {
                    values[i] = restored(spec, found);
                }
            }
        }
        try {
            return state.isRestoring() ? create(current.getClass(), values) : current;
        } catch (final ParameterException e) {
            throw new IllegalStateException(
                    "the state holds another value: " + e.parameter() + ": " + e.getMessage(), e);
        }
    }

    private static Object restored(final ParameterSpec spec, final String found) {
        try {
            return ParameterText.read(spec, found);
        } catch (final ParameterException e) {
            throw new IllegalStateException("the state holds another value: " + spec.name() + ": " + e.getMessage(), e);
        }
    }

    /**
     * A parameter of a record as it would be written.
     *
     * @param record the record.
     * @param spec which of its parameters.
     * @return empty for none.
     */
    public static String text(final Record record, final ParameterSpec spec) {
        return ParameterText.write(spec, spec.of(record));
    }
}
