package reprise.app.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The command line by which a run can be done again, elsewhere: without what only said where its record and results go, and how many threads it
 * had.
 */
final class CommandText {
    private static final Set<String> PLACES = Set.of("--out", "--no-out", "--journal", "--json", "--threads");
    private static final String PLAIN = "[A-Za-z0-9_./:=,+@%-]+";

    private CommandText() {}

    /**
     * Of a command that was parsed.
     *
     * @param spec of the command.
     * @return for a shell, quoted where it must be.
     */
    static String of(final CommandSpec spec) {
        final ParseResult parsed = spec.commandLine().getParseResult();
        final List<String> words = new ArrayList<>(List.of("./reprise", spec.name()));
        parsed.matchedPositionals().forEach(positional -> words.addAll(positional.stringValues()));
        // One that was given several times is among them as often, each time with all its values.
        for (final OptionSpec option : new LinkedHashSet<>(parsed.matchedOptions())) {
            if (!PLACES.contains(option.longestName())) {
                addOption(words, option);
            }
        }
        return words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    private static void addOption(final List<String> words, final OptionSpec option) {
        if (isFlag(option)) {
            words.add(option.longestName());
            return;
        }
        for (final String value : option.stringValues()) {
            words.add(option.longestName());
            words.add(value);
        }
    }

    private static boolean isFlag(final ArgSpec option) {
        return option.arity().max() == 0;
    }

    private static String quoted(final String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
