package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A directory in which commands of the documentation are typed as they stand. They name one port; where that is taken, another stands for it: in the
 * commands, in what they print, and in the configurations that have it. Nobody has keys here.
 */
final class Sandbox implements AutoCloseable {
    private static final Path ROOT = Program.root();
    private static final int PORT = 8090;
    private static final long PATIENCE_SECONDS = 30;
    private static final long POLL_MS = 50;

    private final Path directory;
    private final List<Process> processes = new ArrayList<>();
    private final String port;

    Sandbox(final Path directory) throws IOException {
        this.directory = directory;
        port = port();
        for (final String name : List.of("reprise", "examples", "app", "mvnw", ".mvn")) {
            Files.createSymbolicLink(directory.resolve(name), ROOT.resolve(name));
        }
        if (Integer.toString(PORT).equals(port)) {
            Files.createSymbolicLink(directory.resolve("conf"), ROOT.resolve("conf"));
        } else {
            copyConfigurations();
        }
    }

    private static String port() throws IOException {
        try (ServerSocket documented = new ServerSocket(PORT, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(documented.getLocalPort());
        } catch (final IOException taken) {
            try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return Integer.toString(other.getLocalPort());
            }
        }
    }

    private void copyConfigurations() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("conf"))) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                final Path copy = directory.resolve(ROOT.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, here(Files.readString(file)));
            }
        }
    }

    /** A text of the documentation, with the port that is used here. */
    String here(final String text) {
        return text.replaceAll("\\b" + PORT + "\\b", port);
    }

    Path file(final String name) {
        return directory.resolve(name);
    }

    /** What a file has so far; nothing if there is none. */
    String text(final String name) {
        try {
            return Files.exists(file(name)) ? Files.readString(file(name)) : "";
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types a command; what it says is added to two files, or to one. */
    Process start(final String command, final String out, final String err) throws IOException {
        final ProcessBuilder builder = new ProcessBuilder("sh", "-c", here(command)).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("APCA_"));
        builder.environment().put("REPRISE_JAVA_OPTS", Program.QUICK_START);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(file(out).toFile()));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(file(err).toFile()));
        final Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** Waits until a file says something, or whoever writes it has ended. */
    void await(final String name, final String part, final Process writer) throws InterruptedException {
        while (!text(name).contains(part) && writer.isAlive()) {
            Thread.sleep(POLL_MS);
        }
        assertThat(text(name)).contains(part);
    }

    /** Whether any command runs on. */
    boolean isBusy() {
        return processes.stream().anyMatch(Process::isAlive);
    }

    /** Ends whatever runs on. */
    @Override
    public void close() {
        for (final Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        for (final Process process : processes) {
            try {
                process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
