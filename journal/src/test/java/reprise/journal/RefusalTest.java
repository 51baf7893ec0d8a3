package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** A user reads why the system refused, and no names of classes. */
class RefusalTest {
    @Test
    void shouldSayWhatTheSystemSays() {
        assertThat(Refusal.reason(new IOException("No space left on device"))).isEqualTo("No space left on device");
        assertThat(Refusal.reason(new FileSystemException("/x/y", null, "Not a directory")))
                .isEqualTo("Not a directory");
        assertThat(Refusal.reason(new NoSuchFileException("/x"))).isEqualTo("No such file or directory");
        assertThat(Refusal.reason(new AccessDeniedException("/x"))).isEqualTo("Permission denied");
        assertThat(Refusal.reason(new FileAlreadyExistsException("/x"))).isEqualTo("File exists");
    }

    @Test
    void shouldNameTheFileOfAFailureThatSaysOnlyWhatWasBeingDone() {
        assertThat(JournalException.io("opening the journal", new AccessDeniedException("/x/events")))
                .hasMessage("opening the journal: /x/events: Permission denied");
        assertThat(JournalException.io("sealing", new IllegalStateException("a defect")))
                .hasMessage("sealing: java.lang.IllegalStateException: a defect");
    }
}
