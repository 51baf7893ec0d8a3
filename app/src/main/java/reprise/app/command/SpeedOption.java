package reprise.app.command;

import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.simulation.backtest.Pace;
import reprise.simulation.backtest.PacedClock;

/** Reads what {@code --speed} says. */
final class SpeedOption {
    private static final String IN_STEP = "max";
    private static final double MAX_SPEED = 1e9;
    private static final long NS_PER_MS = 1_000_000L;

    private SpeedOption() {}

    static Pace pace(final String speed, final RunConfig config) {
        if (speed.equals(IN_STEP)) {
            return Pace.OF_THE_DATA;
        }
        try {
            final double factor = Double.parseDouble(speed);
            if (factor > 0 && factor <= MAX_SPEED) {
                return new PacedClock(factor, config.clockTickMs() * NS_PER_MS);
            }
        } catch (final NumberFormatException e) {
            throw new ConfigException("--speed " + speed + ": not a number; write 1, 60, 0.5 or max");
        }
        throw new ConfigException("--speed " + speed + ": must be above 0 and at most 1000000000, or max");
    }
}
