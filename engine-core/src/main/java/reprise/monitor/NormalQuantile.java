package reprise.monitor;

/**
 * The quantile function of the standard normal distribution: Wichura, "The percentage points of the normal distribution", Applied
 * Statistics 37 (1988), algorithm AS 241, PPND16. About one part in 10^16; here for probabilities of 1e-10 and above.
 */
final class NormalQuantile {
    private static final double[] CENTRE_ABOVE = {
        2.5090809287301226727e3,
        3.3430575583588128105e4,
        6.7265770927008700853e4,
        4.5921953931549871457e4,
        1.3731693765509461125e4,
        1.9715909503065514427e3,
        1.3314166789178437745e2,
        3.3871328727963666080e0
    };
    private static final double[] CENTRE_BELOW = {
        5.2264952788528545610e3,
        2.8729085735721942674e4,
        3.9307895800092710610e4,
        2.1213794301586595867e4,
        5.3941960214247511077e3,
        6.8718700749205790830e2,
        4.2313330701600911252e1,
        1.0
    };
    private static final double[] TAIL_ABOVE = {
        7.74545014278341407640e-4,
        2.27238449892691845833e-2,
        2.41780725177450611770e-1,
        1.27045825245236838258e0,
        3.64784832476320460504e0,
        5.76949722146069140550e0,
        4.63033784615654529590e0,
        1.42343711074968357734e0
    };
    private static final double[] TAIL_BELOW = {
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1,
        1.67638483018380384940e0,
        2.05319162663775882187e0,
        1.0
    };
    private static final double CENTRE = 0.425;

    private NormalQuantile() {}

    /** The value below which a standard normal variable lies with a probability between 1e-10 and 1 - 1e-10. */
    static double of(final double probability) {
        final double distance = probability - 0.5;
        if (Math.abs(distance) <= CENTRE) {
            final double r = CENTRE * CENTRE - distance * distance;
            return distance * polynomial(CENTRE_ABOVE, r) / polynomial(CENTRE_BELOW, r);
        }
        final double r = Math.sqrt(-StrictMath.log(Math.min(probability, 1 - probability))) - 1.6;
        final double size = polynomial(TAIL_ABOVE, r) / polynomial(TAIL_BELOW, r);
        return distance < 0 ? -size : size;
    }

    private static double polynomial(final double[] coefficients, final double x) {
        double sum = 0;
        for (final double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
