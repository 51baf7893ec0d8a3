package reprise.app.output;

import java.io.Console;

/** Whether somebody is watching. */
public final class Terminal {
    private Terminal() {}

    /**
     * Whether input and output are a terminal that can be drawn on.
     *
     * @return false for files, pipes and dumb terminals.
     */
    public static boolean isInteractive() {
        final Console console = System.console();
        return console != null && isTerminal(console) && !"dumb".equals(System.getenv("TERM"));
    }

    /** From JDK 22 on there may be a console without a terminal; before, the method that says so does not exist and need not. */
    private static boolean isTerminal(final Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (final NoSuchMethodException e) {
            return true;
        } catch (final ReflectiveOperationException e) {
            return false;
        }
    }
}
