package reprise.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.wiring.ControlSocket;

/** Asks something of a running engine. */
@Command(
        name = "tell",
        mixinStandardHelpOptions = true,
        description = {
            "Ask something of the run that writes a journal; --help shows what. What changes anything is on its record.",
            "By a socket file in the journal, which only its owner may reach; prints what the engine answers.",
        },
        footer = {
            "",
            "Requests:",
            "  status                       what trades now",
            "  halt                         nothing passes any more but your own requests; open orders are cancelled",
            "  reduce-only                  nothing is opened any more",
            "  resume                       trading goes on",
            "  flatten                      halt, and close every position at market",
            "  close SYMBOL                 close one position at market",
            "  cancel ORDER                 cancel one order, by its number",
            "  strategy NAME start|stop     let a strategy trade or not; stopped, its orders are cancelled",
            "  strategy NAME halt|reduce-only|resume",
            "  instrument SYMBOL halt|reduce-only|resume",
            "  set NAME PARAMETER VALUE     change a parameter of a strategy: `reprise strategies KIND` says which may change",
            "  pair STRATEGY PAIR start|stop|close|emergency",
            "                               a pair of the registry, by its name, or all: it may open; may not any more, and what",
            "                               is open stays; leaves what it holds; leaves it at once and opens nothing more",
            "  snapshot                     store the state, so that the next start is quick",
            "  stop [cancel|leave|flatten]  end the run in good order, as SIGTERM does",
            "",
            "Example: reprise tell out/journal halt"
        })
public final class TellCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "JOURNAL", description = "Directory of the journal that the run writes.")
    private Path journal;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "REQUEST", description = "What is asked; see below.")
    private List<String> request;

    @Override
    public Integer call() {
        System.out.println(ControlSocket.tell(journal, String.join(" ", request)));
        return ExitCode.OK;
    }
}
