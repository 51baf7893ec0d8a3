package reprise.alpaca.stream;

/** One connection, as the one who speaks on it sees it. To be used on the stream's thread only, during a call of the handler. */
public interface StreamConnection {
    /**
     * Sends a text frame; returns at once.
     *
     * @param text to send.
     */
    void send(String text);

    /** All is agreed: what was asked for will come from now on. Silence is watched from here on. */
    void established();

    /**
     * Gives this connection up; another is tried after a wait. Nothing more is heard from this one.
     *
     * @param why for the user.
     */
    void retryLater(String why);

    /**
     * Gives up for good: trying again would not help.
     *
     * @param why for the user, with what to do about it.
     */
    void stop(String why);
}
