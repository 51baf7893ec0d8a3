package reprise.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is wrong with a log, put together on the way through it. The end of the way is the hard part: whether a log simply ends, was never
 * finished, was cut or is damaged follows from how it ends, from its seals and from what comes behind. Goes along with one {@link LogReader}.
 */
final class LogFindings {
    private final Path directory;
    private final String label;
    private final LogSeal seal;
    private final SealTrail trail;
    private final FileWindow window;
    private final List<Finding> findings = new ArrayList<>();
    private int changesReported;

    /**
     * None yet.
     *
     * @param directory of the log.
     * @param seal of its clean close; null if it was not closed.
     * @param trail of its seals.
     * @param window with which it is read; over another file after {@link #conclude}.
     */
    LogFindings(final Path directory, final LogSeal seal, final SealTrail trail, final FileWindow window) {
        this.directory = directory;
        this.seal = seal;
        this.trail = trail;
        this.window = window;
        label = directory.getFileName() + "/";
    }

    /**
     * Adds a finding.
     *
     * @param kind of finding.
     * @param afterSequence last record before it.
     * @param flaw where and what.
     * @param missing number of records known to be gone.
     */
    void add(final Finding.Kind kind, final long afterSequence, final Flaw flaw, final long missing) {
        findings.add(new Finding(kind, afterSequence, label + flaw.file(), flaw.position(), missing, flaw.detail()));
    }

    private void add(
            final Finding.Kind kind, final long afterSequence, final Flaw flaw, final long missing, final String more) {
        final Flaw explained = new Flaw(flaw.type(), flaw.file(), flaw.position(), flaw.detail() + more);
        add(kind, afterSequence, explained, missing);
    }

    /** Adds those changes beside the records that were not added yet. */
    void addChanges(final long afterSequence, final List<Flaw> changes) {
        while (changesReported < changes.size()) {
            add(Finding.Kind.DAMAGE, afterSequence, changes.get(changesReported), 0);
            changesReported++;
        }
    }

    /** A record with the right checksum is no torn tail, whatever follows. */
    void addOutOfPlace(final long sequence, final long lastSequence, final Flaw flaw, final List<String> laterNames) {
        if (sequence <= lastSequence) {
            add(Finding.Kind.REORDERED, lastSequence, flaw, 0, ", behind its successor or a second time");
            return;
        }
        final LaterRecordSearch search = LaterRecordSearch.forNext(window, lastSequence);
        if (search.find(directory, flaw, laterNames)) {
            add(Finding.Kind.REORDERED, lastSequence, flaw, 0, ", but " + search.description());
        } else {
            add(Finding.Kind.MISSING, lastSequence, flaw, sequence - lastSequence - 1);
        }
    }

    /**
     * Judges the end of the way through the log.
     *
     * @param end how it looks.
     * @param lastSequence of the good records.
     * @param records number of the good records.
     * @param laterNames files behind the one in which the way ended.
     */
    void conclude(final Flaw end, final long lastSequence, final long records, final List<String> laterNames) {
        if (seal != null) {
            concludeSealed(end, lastSequence, seal.records() - records);
        } else if (trail.lastSequence() > lastSequence) {
            concludeShort(end, lastSequence, laterNames);
        } else {
            concludeOpen(end, lastSequence, laterNames);
        }
        if (trail.isDamaged() || (seal != null && trail.count() < seal.seals())) {
            final String detail = "this seal is not what was written, or is gone; the records have their own checksums";
            final Flaw flaw = new Flaw(Flaw.Type.CHANGED, SealTrail.FILE, trail.endPosition(), detail);
            add(Finding.Kind.DAMAGE, lastSequence, flaw, 0);
        }
    }

    /** A seal vouches for more records than can be read, so the end is none that a writer left. */
    private void concludeShort(final Flaw end, final long lastSequence, final List<String> laterNames) {
        final LaterRecordSearch search = new LaterRecordSearch(window, lastSequence);
        final boolean hasLater = search.find(directory, end, laterNames);
        final Finding.Kind kind = end.type() == Flaw.Type.END && !hasLater ? Finding.Kind.MISSING : Finding.Kind.DAMAGE;
        final String later = hasLater ? ", but " + search.description() : "";
        final long missing = hasLater ? 0 : trail.lastSequence() - lastSequence;
        final String more = later + ": a seal says that the log had records up to " + trail.lastSequence();
        add(kind, lastSequence, end, missing, more);
    }

    private void concludeOpen(final Flaw end, final long lastSequence, final List<String> laterNames) {
        final LaterRecordSearch search = new LaterRecordSearch(window, lastSequence);
        if (search.find(directory, end, laterNames)) {
            add(Finding.Kind.DAMAGE, lastSequence, end, 0, ", but " + search.description());
        } else if (search.isUnpublished()) {
            add(Finding.Kind.TORN_TAIL, lastSequence, end, 0, ": a document was written and its header was not");
        } else if (end.type() != Flaw.Type.END) {
            add(Finding.Kind.TORN_TAIL, lastSequence, end, 0);
        }
    }

    private void concludeSealed(final Flaw end, final long lastSequence, final long missing) {
        if (end.type() == Flaw.Type.CUT) {
            add(Finding.Kind.MISSING, lastSequence, end, missing);
        } else if (end.type() == Flaw.Type.BROKEN) {
            add(Finding.Kind.DAMAGE, lastSequence, end, 0);
        } else if (missing != 0) {
            final String more = ": the log had " + (lastSequence + missing) + " records when it was closed";
            add(Finding.Kind.DAMAGE, lastSequence, end, missing, more);
        }
    }

    /** All so far, in the order in which they were met. */
    List<Finding> list() {
        return Collections.unmodifiableList(findings);
    }
}
