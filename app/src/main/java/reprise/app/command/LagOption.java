package reprise.app.command;

import picocli.CommandLine.Option;
import reprise.app.config.ConfigException;
import reprise.research.statistics.LagRule;

/** By what the lags of a unit root test are chosen. */
final class LagOption {
    @Option(
            names = "--lags",
            paramLabel = "HOW",
            description =
                    "By what the lags of each test are chosen: AIC, BIC, T_STATISTIC (default: ${DEFAULT-VALUE}).",
            defaultValue = "AIC")
    private LagRule.Choice choice;

    LagRule.Choice choice() {
        if (choice == LagRule.Choice.FIXED) {
            throw new ConfigException("--lags FIXED: write AIC, BIC or T_STATISTIC");
        }
        return choice;
    }
}
