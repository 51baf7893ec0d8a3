package reprise.parameter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a component of a record as a parameter. Types: {@code int}, {@code double}, {@code boolean}, {@code long} (with a {@link Kind}
 * that says of what), {@code String}, an enum (written in lower case with hyphens), {@code BarSpec} (written 5m, 1h@us-equities,
 * volume:1000), {@code List<String>}, and a list of records whose first component is their name and whose others are parameters in turn.
 *
 * <p>What only makes sense together is checked by the record's own constructor, which throws a {@link ParameterException}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {
    /**
     * What it is, in a few words.
     *
     * @return shown by {@code reprise strategies NAME}.
     */
    String meaning();

    /**
     * Its default, as one would write it.
     *
     * @return empty for one that must be given, unless it is optional.
     */
    String value() default "";

    /**
     * The smallest allowed, as one would write it.
     *
     * @return empty for no bound of its own.
     */
    String min() default "";

    /**
     * The largest allowed, as one would write it.
     *
     * @return empty for no bound of its own.
     */
    String max() default "";

    /**
     * What it is measured in.
     *
     * @return such as "bars"; empty for a plain number.
     */
    String unit() default "";

    /**
     * What it is, where its type does not say so.
     *
     * @return the kind.
     */
    Kind kind() default Kind.PLAIN;

    /**
     * Whether it may be left out though it has no default.
     *
     * @return then it is null, or an empty list.
     */
    boolean optional() default false;

    /**
     * Whether it may be changed while the strategy runs.
     *
     * @return not for what a strategy listens to or demands; only for numbers, switches and choices.
     */
    boolean live() default false;
}
