package reprise.simulation.trial;

/** The two logs of a trial; they outlive the processes that write them. */
record Logs(Disk disk, MemoryLog events, MemoryLog commands) {
    static Logs on(final Disk disk) {
        return new Logs(disk, new MemoryLog(disk), new MemoryLog(disk));
    }

    /** Another process takes over. */
    void takeOver() {
        disk.repair();
        events.takeOver();
        commands.takeOver();
    }
}
