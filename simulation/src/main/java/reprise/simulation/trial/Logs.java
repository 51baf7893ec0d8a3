package reprise.simulation.trial;

/** The two logs and the snapshots of a trial; they outlive the processes that write them. */
record Logs(Disk disk, MemoryLog events, MemoryLog commands, MemorySnapshots snapshots) {
    static Logs on(final Disk disk, final long snapshotEvery) {
        return new Logs(disk, new MemoryLog(disk), new MemoryLog(disk), new MemorySnapshots(disk, snapshotEvery));
    }

    /** Another process takes over. */
    void takeOver() {
        disk.repair();
        events.takeOver();
        commands.takeOver();
        snapshots.takeOver();
    }
}
