package reprise.app.config;

import java.util.List;
import reprise.app.Main;

/**
 * The program with two secrets in its hands, found where a configuration says, as whoever logs in at a venue finds them. Arguments: the file
 * of the second one, and a command to run meanwhile.
 */
public final class SecretHolder {
    /** Of the environment. */
    public static final String VARIABLE = "REPRISE_TEST_KEY";

    private SecretHolder() {}

    /** Reads both, says so, and runs the command. */
    public static void main(final String[] arguments) {
        final String yaml = "apiKey: env:" + VARIABLE + "\napiSecret: file:" + arguments[0] + "\n";
        final Section venue = new Section("conf.yaml", "venue", YamlFile.parse("conf.yaml", yaml));
        final Secrets secrets = new Secrets(System::getenv);
        final List<Secret> held = List.of(venue.secret("apiKey", secrets), venue.secret("apiSecret", secrets));
        System.err.println("holds " + held + " of " + held.get(0).reveal().length() + " and "
                + held.get(1).reveal().length() + " characters");
        final int exitCode =
                Main.run(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
        System.err.println("held " + held);
        System.exit(exitCode);
    }
}
