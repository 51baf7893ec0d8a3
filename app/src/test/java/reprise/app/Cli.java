package reprise.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs a command inside the test's own process and catches what it prints. For tests that run one after the other. */
final class Cli {
    private Cli() {}

    /** What a command did. */
    record Result(int exitCode, String out, String err) {
        /** The value of a field in printed JSON, as text. */
        String field(final String name) {
            final String key = "\"" + name + "\" : ";
            final int at = out.indexOf(key);
            if (at < 0) {
                throw new AssertionError("no field " + name + " in: " + out + err);
            }
            final int end = out.indexOf('\n', at);
            return out.substring(at + key.length(), end).replaceAll("[\",]", "").strip();
        }
    }

    static Result run(final String... arguments) {
        final PrintStream realOut = System.out;
        final PrintStream realErr = System.err;
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            final int exitCode = Main.run(arguments);
            return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }
}
