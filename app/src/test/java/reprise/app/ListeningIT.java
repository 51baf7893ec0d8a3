package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nobody reaches the program over a network: it listens to nothing, and the simulated venue to a socket of its owner alone. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class ListeningIT {
    private static final String LISTENS = "0A";
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)\\]");

    @TempDir
    private Path directory;

    /** The lines of the kernel's tables that are of sockets of the process, on which it waits for others. */
    private static Set<String> listening(final long pid) throws IOException {
        final Path process = Path.of("/proc", Long.toString(pid));
        final Set<String> inodes = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            for (final Path descriptor : descriptors.toList()) {
                final Matcher socket = SOCKET.matcher(target(descriptor));
                if (socket.matches()) {
                    inodes.add(socket.group(1));
                }
            }
        }
        final Set<String> found = new HashSet<>();
        for (final String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            final Path file = process.resolve("net").resolve(table);
            for (final String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                final String[] fields = line.strip().split("\\s+");
                final boolean isOpen = table.startsWith("udp") || fields[STATE].equals(LISTENS);
                if (fields.length > INODE && isOpen && inodes.contains(fields[INODE])) {
                    found.add(table + " " + line.strip());
                }
            }
        }
        return found;
    }

    private static String target(final Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (final NoSuchFileException e) {
            // closed meanwhile
            return "";
        }
    }

    private Process start(final String... arguments) throws IOException {
        return Program.builder(directory, List.of(), arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitLine(final BufferedReader err, final String begin) throws IOException {
        String line = err.readLine();
        while (line != null && !line.startsWith(begin)) {
            line = err.readLine();
        }
        assertThat(line).as("a line that begins with '%s'", begin).isNotNull();
    }

    @Test
    void shouldSeeASocketThatListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            assertThat(listening(ProcessHandle.current().pid()))
                    .anyMatch(line -> line.contains(String.format(":%04X ", socket.getLocalPort())));
        }
    }

    @Test
    void shouldListenToNothingWhileItRuns() throws IOException, InterruptedException {
        final Process process = start(
                "run",
                Program.root().resolve("conf/btc-trend.yaml").toString(),
                "--data",
                "synthetic:bars=1000000,seed=7,period=5m,price=40000",
                "--speed",
                "3600",
                "--no-out",
                "--journal",
                "journal");
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            awaitLine(err, "reprise: run btc-trend");
            while (process.isAlive() && !Files.exists(directory.resolve("journal/journal.properties"))) {
                // Everything that could listen is there once the journal is.
                Thread.onSpinWait();
            }
            assertThat(process.isAlive()).isTrue();
            assertThat(listening(process.pid())).isEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void shouldLetOnlyItsOwnerReachTheSimulatedVenue() throws IOException, InterruptedException {
        final Process process = start(
                "venue",
                "sim",
                Program.root().resolve("conf/btc-trend.yaml").toString(),
                "--data",
                "synthetic:bars=1000,seed=7,period=5m,price=40000",
                "--socket",
                "s/venue");
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            awaitLine(err, "reprise: venue: waiting for the engine at ");

            assertThat(listening(process.pid())).isEmpty();
            assertThat(directory.resolve("s/venue")).exists();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("s"))))
                    .as("who may enter the directory of the socket")
                    .isEqualTo("rwx------");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
