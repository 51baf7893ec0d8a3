/**
 * The journal: what happened to the engine and what it decided, on disk, and back.
 *
 * <p>May know the envelope of a message and the ports of the engine, nothing of its state but that it comes in snapshots. The only package that
 * imports Chronicle, and {@link reprise.journal.DocumentWriter} is the class of it that writes through it: records are written through Chronicle Queue, but read by our own
 * {@link reprise.journal.LogReader}, because Chronicle has no checksums and its tailer may stall or misread after damage.
 *
 * <p>Start with {@link reprise.journal.Journal} for writing, {@link reprise.journal.JournalReader} for reading, and {@link
 * reprise.journal.Frame} for the bytes.
 */
package reprise.journal;
