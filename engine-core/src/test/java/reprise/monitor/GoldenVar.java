package reprise.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reprise.testkit.SharedFiles;

/** Reference values and the curves they are of. The bound is that of their makers: a part in 10^10. */
final class GoldenVar {
    private static final double BOUND = 1e-10;

    private GoldenVar() {}

    static String text(final String file) {
        return String.join("\n", SharedFiles.lines("golden/" + file));
    }

    /** A number of a JSON text. */
    static double number(final String json, final String name) {
        final Matcher matcher =
                Pattern.compile('"' + name + "\": ([-0-9.eE+]+)").matcher(json);
        assertThat(matcher.find()).as(name).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    /** The second column of a table. */
    static double[] curve(final String file) {
        final List<String> lines = SharedFiles.lines("golden/" + file);
        return lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
                .toArray();
    }

    static double[] returns(final double[] curve, final int from, final int to) {
        final double[] returns = new double[to - from];
        for (int i = from; i < to; i++) {
            returns[i - from] = curve[i + 1] / curve[i] - 1;
        }
        return returns;
    }

    static void assertEqual(final String json, final String name, final double actual) {
        final double expected = number(json, name);
        assertThat(actual).as(name).isCloseTo(expected, within(BOUND * Math.abs(expected)));
    }

    static void assertEqual(final String json, final int percent, final VarEstimator estimator) {
        assertEqual(json, "var" + percent + "_hist", estimator.historical());
        assertEqual(json, "cvar" + percent + "_hist", estimator.conditional());
        assertEqual(json, "var" + percent + "_normal", estimator.parametric());
        assertEqual(json, "var" + percent + "_cornish_fisher", estimator.cornishFisher());
    }
}
