package reprise.research.screening;

/**
 * What a part of the time alone says.
 *
 * @param hedgeRatio of that part.
 * @param pValue of its Engle-Granger test, by itself.
 */
public record PeriodFit(double hedgeRatio, double pValue) {}
