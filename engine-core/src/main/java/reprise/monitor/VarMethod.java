package reprise.monitor;

/** By which method value at risk is compared with its limit; all of them can be read. */
public enum VarMethod {
    /** The quantile of the returns as they were. */
    HISTORICAL,
    /** The quantile of a normal distribution with their mean and standard deviation. */
    PARAMETRIC,
    /** The same, corrected for skewness and kurtosis; where that does not hold, the larger of the other two. */
    CORNISH_FISHER
}
