package reprise.app.command;

/**
 * One thing that was looked at.
 *
 * @param subject what.
 * @param verdict how it came out.
 * @param text for the user; of FIX, what to do.
 */
record Check(String subject, Verdict verdict, String text) {
    /** How a check came out. */
    enum Verdict {
        OK,
        NOTE,
        FIX
    }
}
