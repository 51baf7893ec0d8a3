package reprise.strategy;

/**
 * A kind of strategy: by which name a configuration asks for it, what can be said about it, and how it is made. One that users bring is a
 * public class with a public constructor without arguments, named in {@code META-INF/services/reprise.strategy.StrategyKind} of a jar in
 * {@code plugins/}.
 *
 * @param <P> the record of its parameters.
 */
public interface StrategyKind<P extends Record> {
    /**
     * Its name.
     *
     * @return as in {@code kind: trend}: lower case, digits and hyphens.
     */
    String name();

    /**
     * What it does.
     *
     * @return one sentence.
     */
    String summary();

    /**
     * The type of its parameters.
     *
     * @return a record whose components are declared with {@link reprise.parameter.Parameter}.
     */
    Class<P> parameters();

    /**
     * A new strategy.
     *
     * @param parameters checked.
     * @return one that has seen nothing yet.
     */
    Strategy create(P parameters);
}
