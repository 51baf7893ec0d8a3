package reprise.app.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/**
 * This program again, in a process of its own, started as this one was. Its lines and its end go to a queue, so that its owner can wait for
 * several children at once.
 */
final class ChildProgram implements AutoCloseable {
    private static final String MAIN = "reprise.app.Main";
    private static final int MAX_ERROR_LINES = 1_000;

    private final String name;
    private final Process process;
    private final BlockingQueue<News> news;
    private final StringBuilder out = new StringBuilder();
    private final List<String> errors = new ArrayList<>();
    private final List<Thread> pumps = new ArrayList<>();

    /**
     * A line that a child wrote on its standard error, or its end.
     *
     * @param child whose.
     * @param line null for the end.
     */
    record News(ChildProgram child, String line) {}

    private ChildProgram(final String name, final Process process, final BlockingQueue<News> news) {
        this.name = name;
        this.process = process;
        this.news = news;
        pump(process.getInputStream(), line -> out.append(line).append('\n'));
        pump(process.getErrorStream(), this::error);
        process.onExit().thenRun(() -> {
            join();
            news.add(new News(this, null));
        });
    }

    static ChildProgram start(
            final String name,
            final List<String> jvmOptions,
            final List<String> arguments,
            final BlockingQueue<News> news) {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (final String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            // A debugger or a coverage agent is for this process alone.
            if (!option.startsWith("-agentlib") && !option.startsWith("-javaagent")) {
                command.add(option);
            }
        }
        command.addAll(jvmOptions);
        final String classPath = System.getProperty("java.class.path");
        if (classPath.endsWith(".jar") && !classPath.contains(java.io.File.pathSeparator)) {
            // Only so does Java read what the manifest opens to us.
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, MAIN));
        }
        command.addAll(arguments);
        try {
            final ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("NO_COLOR", "1");
            final Process process = builder.start();
            process.getOutputStream().close();
            return new ChildProgram(name, process, news);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot start " + command.get(0), e);
        }
    }

    private void pump(final InputStream stream, final java.util.function.Consumer<String> target) {
        final Thread thread = new Thread(
                () -> {
                    try (BufferedReader reader =
                            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                            target.accept(line);
                        }
                    } catch (final IOException e) {
                        // The process is gone, and with it what it had still to say.
                    }
                },
                name + "-output");
        thread.setDaemon(true);
        thread.start();
        pumps.add(thread);
    }

    private void error(final String line) {
        synchronized (errors) {
            if (errors.size() < MAX_ERROR_LINES) {
                errors.add(line);
            }
        }
        news.add(new News(this, line));
    }

    private void join() {
        try {
            for (final Thread pump : pumps) {
                pump.join();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As the operating system kills: the process does not hear of it. Returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        waitFor();
    }

    private int waitFor() {
        try {
            return process.waitFor();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Once it has ended. */
    int exitCode() {
        return waitFor();
    }

    /** What it printed; complete once its end is in the news. */
    String out() {
        return out.toString();
    }

    List<String> errors() {
        synchronized (errors) {
            return new ArrayList<>(errors);
        }
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
