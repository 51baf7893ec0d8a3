package reprise.parameter;

import java.util.List;
import reprise.exit.ExitPolicy;

/** Where texts of parameters come from. The implementer knows the place of each, and names it in every error. */
public interface ParameterSource {
    /**
     * Whether a parameter is given.
     *
     * @param name of the parameter.
     * @return false for its default.
     */
    boolean has(String name);

    /**
     * What is given for a parameter.
     *
     * @param name of one that is given.
     * @return as written.
     */
    String text(String name);

    /**
     * What is given for a list.
     *
     * @param name of one that is given.
     * @return in order, as written.
     */
    List<String> texts(String name);

    /**
     * The names of the records that are given for a list of records.
     *
     * @param name of one that is given.
     * @return in order, each once.
     */
    List<String> recordNames(String name);

    /**
     * One of these records.
     *
     * @param name of the parameter.
     * @param recordName of the record.
     * @return where its parameters come from.
     */
    ParameterSource record(String name, String recordName);

    /**
     * What is given for a record in a list, if that is written as one value rather than as parameters.
     *
     * @param name of the parameter.
     * @param recordName of the record.
     * @return as written; null if parameters are given.
     */
    String recordText(String name, String recordName);

    /**
     * Where the parameters of a record come from that is a parameter itself.
     *
     * @param name of the parameter.
     * @return empty if nothing is given for it.
     */
    ParameterSource nested(String name);

    /**
     * How positions are left.
     *
     * @param name of a parameter that is given.
     * @return as configured.
     */
    ExitPolicy exits(String name);

    /** Everything that was to be read of this source has been: refuses what is given beyond. */
    void finish();

    /**
     * The symbols of all instruments.
     *
     * @return in the order of their ids.
     */
    List<String> symbols();

    /**
     * The decimals of an instrument's quantities.
     *
     * @param symbol of one of them.
     * @return 0 to 18.
     */
    int quantityDecimals(String symbol);

    /**
     * Reports a value that makes no sense.
     *
     * @param name of the parameter.
     * @param problem what is wrong and what would be right.
     * @return for {@code throw source.invalid(..)}.
     */
    RuntimeException invalid(String name, String problem);

    /**
     * Reports a parameter that must be given and is not.
     *
     * @param name of the parameter.
     * @return for {@code throw source.missing(..)}.
     */
    RuntimeException missing(String name);

    /**
     * What to append to an error about a word that is not known.
     *
     * @param word that was given.
     * @param known words.
     * @return such as " (did you mean fixed?)", or nothing.
     */
    String suggestion(String word, List<String> known);
}
