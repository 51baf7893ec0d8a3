package reprise.time;

/** Receives due timers. */
@FunctionalInterface
public interface TimerHandler {
    /**
     * A timer is due.
     *
     * @param deadlineNs at which it was to fire.
     * @param ownerId who scheduled it.
     * @param token what the owner wanted to remember.
     */
    void onTimer(long deadlineNs, int ownerId, long token);
}
