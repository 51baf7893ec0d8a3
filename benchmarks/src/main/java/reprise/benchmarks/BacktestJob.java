package reprise.benchmarks;

/** What is backtested everywhere: long while EMA 20 is above EMA 50, filled at the next open, ten basis points of fee a side. */
enum BacktestJob {
    /** That and no more. */
    EMA_CROSS,
    /** And only while ADX 14 is above 20. */
    EMA_ADX;

    static final int FAST = 20;
    static final int SLOW = 50;
    static final int ADX = 14;
    static final double LEAST_ADX = 20;
    static final long QUANTITY = 1_000_000;
    static final double FEE = 0.001;

    boolean isTrending() {
        return this == EMA_ADX;
    }
}
