package reprise.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.BuildIdentity;
import reprise.app.ExitCode;
import reprise.app.command.Check.Verdict;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.config.RunConfigReader;
import reprise.app.output.Json;
import reprise.app.wiring.Broker;
import reprise.pipeline.Layout;
import reprise.pipeline.WaitPolicy;

/** Looks at what a run needs, and says what to fix. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Check machine and configuration, and say what to fix; exits 2 if something must be.",
        footer = {"", "Examples:", "  reprise doctor conf/btc-trend.yaml", "  reprise doctor conf/alpaca-paper.yaml"})
public final class DoctorCommand implements Callable<Integer> {
    private static final int LEAST_JAVA = 17;
    private static final int NEWEST_TESTED_JAVA = 25;
    private static final long ENOUGH_DISK_BYTES = 10L << 30;
    private static final int FEW_PROCESSORS = 4;

    @Parameters(paramLabel = "CONF", arity = "0..1", description = "Configuration file.")
    private Path conf;

    @Option(
            names = "--live",
            description = "Ask the account of real money that the configuration names; else it is left alone.")
    private boolean live;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    private final List<Check> checks = new ArrayList<>();

    @Override
    public Integer call() {
        checkJava();
        checkMachine();
        checkDisk();
        if (conf != null) {
            checkConfiguration();
        }
        if (json) {
            Json.print(System.out, fields());
        } else {
            checks.forEach(
                    check -> System.out.printf("%-4s  %-13s  %s%n", check.verdict(), check.subject(), check.text()));
        }
        return checks.stream().anyMatch(check -> check.verdict() == Verdict.FIX) ? ExitCode.USAGE : ExitCode.OK;
    }

    private void checkJava() {
        final int feature = Runtime.version().feature();
        final String version = System.getProperty("java.version") + " of " + System.getProperty("java.vendor");
        if (feature < LEAST_JAVA) {
            add("java", Verdict.FIX, version + "; install 17 or 25");
        } else {
            final boolean tested = feature == LEAST_JAVA || feature == NEWEST_TESTED_JAVA;
            add("java", tested ? Verdict.OK : Verdict.NOTE, version + (tested ? "" : "; tested are 17 and 25"));
        }
        final boolean assertions = DoctorCommand.class.desiredAssertionStatus();
        add(
                "assertions",
                assertions ? Verdict.OK : Verdict.NOTE,
                assertions ? "on" : "off; start through ./reprise, which turns them on");
        add("build", Verdict.OK, BuildIdentity.version() + " " + BuildIdentity.hash());
    }

    private void checkMachine() {
        final int processors = Runtime.getRuntime().availableProcessors();
        final Layout layout = Layout.AUTO.resolve(processors);
        add(
                "processors",
                Verdict.OK,
                processors + "; layout auto runs " + layout.name().toLowerCase(Locale.ROOT)
                        + (processors < FEW_PROCESSORS ? ", since spinning threads would wait for each other" : ""));
        add("heap", Verdict.OK, (Runtime.getRuntime().maxMemory() >> 20) + " MB at most");
    }

    private void checkDisk() {
        final Path directory = Path.of("").toAbsolutePath();
        try {
            final long free = Files.getFileStore(directory).getUsableSpace();
            final boolean enough = free >= ENOUGH_DISK_BYTES;
            add(
                    "disk",
                    enough ? Verdict.OK : Verdict.NOTE,
                    (free >> 20) + " MB free where journals go by default"
                            + (enough ? "" : "; a journal takes about 130 bytes an event"));
            if (!Files.isWritable(directory)) {
                add("directory", Verdict.FIX, directory + " cannot be written; journals and results go to ./out");
            }
        } catch (final IOException e) {
            add("disk", Verdict.FIX, "cannot be examined: " + e.getMessage());
        }
    }

    private void checkConfiguration() {
        try {
            final RunConfig config = RunConfigReader.read(conf, List.of());
            add(
                    "configuration",
                    Verdict.OK,
                    config.name() + ": " + config.instruments().size() + " instruments, "
                            + config.strategies().size() + " strategies, hash " + config.hash());
            if (config.alpaca() == null) {
                add("venue", Verdict.OK, "simulated: paper money, needs neither keys nor network");
            } else {
                checkBroker(config);
            }
            checkThreads(config);
            config.dataFiles().forEach(this::checkData);
        } catch (final ConfigException e) {
            add("configuration", Verdict.FIX, e.getMessage());
        }
    }

    /** Real money is not even looked at unless configuration and command line both say so. */
    private void checkBroker(final RunConfig config) {
        try {
            Broker.requireConsent(config, live);
            add("venue", Verdict.OK, Broker.name(config));
            checks.addAll(new AlpacaChecks(config).run());
        } catch (final ConfigException e) {
            add("venue", Verdict.FIX, Broker.name(config) + ": not asked: " + e.getMessage());
        }
    }

    private void checkThreads(final RunConfig config) {
        final int processors = Runtime.getRuntime().availableProcessors();
        final WaitPolicy wait = config.pipeline().waitPolicy();
        final boolean spins = wait == WaitPolicy.YIELDING || wait == WaitPolicy.BUSY_SPIN;
        final boolean pipelined = config.pipeline().layout().resolve(processors) == Layout.PIPELINED;
        if (pipelined && spins && processors < FEW_PROCESSORS) {
            add(
                    "threads",
                    Verdict.FIX,
                    "engine.layout pipelined with engine.wait " + wait.name().toLowerCase(Locale.ROOT)
                            + " needs a core for each stage and there are " + processors
                            + "; use layout: auto, or wait: blocking");
        } else {
            add("threads", Verdict.OK, "layout and waiting fit the machine");
        }
    }

    private void checkData(final String symbol, final Path path) {
        final boolean readable = Files.isReadable(path);
        add("data", readable ? Verdict.OK : Verdict.FIX, symbol + ": " + path + (readable ? "" : " cannot be read"));
    }

    private void add(final String subject, final Verdict verdict, final String text) {
        checks.add(new Check(subject, verdict, text));
    }

    private Map<String, Object> fields() {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "doctor");
        final List<Map<String, Object>> list = new ArrayList<>();
        for (final Check check : checks) {
            final Map<String, Object> item = new LinkedHashMap<>();
            item.put("subject", check.subject());
            item.put("verdict", check.verdict());
            item.put("text", check.text());
            list.add(item);
        }
        fields.put("checks", list);
        return fields;
    }
}
