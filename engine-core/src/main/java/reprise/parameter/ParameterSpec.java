package reprise.parameter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reprise.bar.BarSpec;
import reprise.exit.ExitPolicy;

/**
 * One declared parameter.
 *
 * @param name of the component.
 * @param type of the component.
 * @param element of a list, its elements' type; else null.
 * @param says the declaration.
 * @param accessor reads it from a record.
 */
public record ParameterSpec(String name, Class<?> type, Class<?> element, Parameter says, Method accessor) {
    /**
     * The parameters of a record, in order.
     *
     * @param record type whose components are all declared.
     * @return one for each component.
     * @throws IllegalArgumentException if the declaration itself makes no sense.
     */
    public static List<ParameterSpec> of(final Class<? extends Record> record) {
        return of(record, 0);
    }

    /**
     * The parameters of a record that stands in a list: all components but the first, which is its name.
     *
     * @param record type whose other components are all declared.
     * @return one for each component but the first.
     */
    public static List<ParameterSpec> ofRecords(final Class<? extends Record> record) {
        return of(record, 1);
    }

    private static List<ParameterSpec> of(final Class<? extends Record> record, final int from) {
        final RecordComponent[] components = record.getRecordComponents();
        final List<ParameterSpec> specs = new ArrayList<>();
        for (int i = from; i < components.length; i++) {
            specs.add(of(record, components[i]));
        }
        return specs;
    }

    private static ParameterSpec of(final Class<?> record, final RecordComponent component) {
        final Parameter says = component.getAnnotation(Parameter.class);
        final String where = record.getName() + "." + component.getName();
        if (says == null) {
            throw new IllegalArgumentException(where + " has no @Parameter");
        }
        final Class<?> element = component.getGenericType() instanceof ParameterizedType type
                        && component.getType() == List.class
                        && type.getActualTypeArguments()[0] instanceof Class<?> of
                ? of
                : null;
        final ParameterSpec spec =
                new ParameterSpec(component.getName(), component.getType(), element, says, component.getAccessor());
        spec.accessor.setAccessible(true);
        spec.check(where);
        return spec;
    }

    private void check(final String where) {
        final boolean known = type == int.class
                || type == double.class
                || type == boolean.class
                || type == long.class
                        && List.of(Kind.MONEY, Kind.DURATION, Kind.SHARE).contains(says.kind())
                || type == String.class
                || type.isEnum()
                || type == BarSpec.class
                || type == ExitPolicy.class
                || element == String.class
                || isRecords()
                || isNested();
        if (!known) {
            throw new IllegalArgumentException(where + " is of a type that no parameter has: "
                    + accessor.getGenericReturnType() + "; see reprise.parameter.Parameter");
        }
        if (says.live() && !(type.isPrimitive() || type.isEnum())) {
            throw new IllegalArgumentException(where + " cannot be live: only numbers, switches and choices can");
        }
    }

    /** Whether it is a list of records. */
    public boolean isRecords() {
        return element != null && element.isRecord();
    }

    /** Whether it is a record of parameters itself, each with its own default. */
    public boolean isNested() {
        return type.isRecord() && type != BarSpec.class && type != ExitPolicy.class;
    }

    /** Whether it must be given. */
    public boolean isRequired() {
        return !isNested() && says.value().isEmpty() && !says.optional();
    }

    /** Its value in a record. */
    Object of(final Record record) {
        try {
            return accessor.invoke(record);
        } catch (final IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }

    /**
     * What it is, in a word.
     *
     * @return such as "whole number", "money" or the choices of an enum.
     */
    public String typeName() {
        if (type.isEnum()) {
            return String.join(" | ", choices());
        }
        if (type == int.class) {
            return "whole number";
        }
        if (type == double.class) {
            return "number";
        }
        if (type == boolean.class) {
            return "true | false";
        }
        if (type == BarSpec.class) {
            return "bars";
        }
        if (type == ExitPolicy.class) {
            return "exits";
        }
        if (element != null) {
            return element == String.class ? listOf(says.kind()) : "records";
        }
        return says.kind() == Kind.PLAIN ? "text" : says.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String listOf(final Kind kind) {
        return kind == Kind.SYMBOL ? "symbols" : "texts";
    }

    /** The words for the constants of an enum. */
    List<String> choices() {
        final List<String> words = new ArrayList<>();
        for (final Object constant : type.getEnumConstants()) {
            words.add(word(constant));
        }
        return words;
    }

    static String word(final Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
