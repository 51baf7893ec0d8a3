package reprise.strategy;

import reprise.bar.BarSpec;

/**
 * Where a strategy reads its parameters from, one call a parameter: name, default and range stand side by side in the strategy's own code.
 * The implementer knows the file and line, and turns every violation into an error that names them with the allowed values.
 */
public interface ParameterReader {
    /**
     * An integer.
     *
     * @param name of the parameter.
     * @param defaultValue if absent.
     * @param min smallest allowed.
     * @param max largest allowed.
     * @return the value.
     */
    int integer(String name, int defaultValue, int min, int max);

    /**
     * A real number.
     *
     * @param name of the parameter.
     * @param defaultValue if absent.
     * @param min smallest allowed.
     * @param max largest allowed.
     * @return the value.
     */
    double real(String name, double defaultValue, double min, double max);

    /**
     * An amount of money.
     *
     * @param name of the parameter.
     * @param defaultValue if absent, in money units.
     * @param min smallest allowed, in money units.
     * @return the value, in money units.
     */
    long money(String name, long defaultValue, long min);

    /**
     * A switch.
     *
     * @param name of the parameter.
     * @param defaultValue if absent.
     * @return the value.
     */
    boolean flag(String name, boolean defaultValue);

    /**
     * The symbol of a configured instrument.
     *
     * @param name of the parameter.
     * @return the symbol; there is no default.
     */
    String instrument(String name);

    /**
     * Bars to look at other than those that the venue delivers.
     *
     * @param name of the parameter.
     * @param instrument symbol of the instrument whose bars they are.
     * @return bars that are built of the venue's, or null if absent: the venue's own.
     */
    BarSpec bars(String name, String instrument);

    /**
     * Reports a combination of values that makes no sense.
     *
     * @param name of the parameter to point at.
     * @param problem what is wrong and what would be right.
     * @return never; typed for {@code throw reader.invalid(..)}.
     */
    RuntimeException invalid(String name, String problem);

    /**
     * Whether the configuration says how this strategy's targets are executed; then it should name targets instead of ordering itself.
     *
     * @return false by default.
     */
    default boolean executesTargets() {
        return false;
    }
}
