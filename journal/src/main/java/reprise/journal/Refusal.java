package reprise.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why the system refused a file or a directory, in words for the user: what the system says, without the names of our classes. */
public final class Refusal {
    private Refusal() {}

    /**
     * The reason for what the system refused.
     *
     * @param problem what was thrown.
     * @return such as "No space left on device"; all that is known of a problem that is not the system's.
     */
    public static String reason(final Throwable problem) {
        if (!(problem instanceof IOException) || problem.getMessage() == null) {
            return problem.toString();
        }
        if (!(problem instanceof final FileSystemException ofFile)) {
            return problem.getMessage();
        }
        if (ofFile.getReason() != null) {
            return ofFile.getReason();
        }
        if (problem instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        if (problem instanceof AccessDeniedException) {
            return "Permission denied";
        }
        return problem instanceof FileAlreadyExistsException ? "File exists" : problem.getMessage();
    }

    /**
     * The same with the name of the file, where there is one.
     *
     * @param problem what was thrown.
     * @return such as "/mnt/x: Read-only file system".
     */
    public static String reasonWithFile(final Throwable problem) {
        return problem instanceof final FileSystemException ofFile
                ? ofFile.getFile() + ": " + reason(problem)
                : reason(problem);
    }

    /**
     * The reason why there is no directory, and none could be made.
     *
     * @param directory that was to be made, with those that it is in.
     * @param problem what was thrown.
     * @return the file that is in the way, or what the system says.
     */
    public static String reasonForNo(final Path directory, final IOException problem) {
        Path there = directory;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there == null || Files.isDirectory(there) ? reason(problem) : there + " is a file";
    }
}
