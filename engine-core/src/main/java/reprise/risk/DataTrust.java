package reprise.risk;

/** Says whether an instrument's market data can be trusted. */
@FunctionalInterface
public interface DataTrust {
    /** Trusts everything. */
    DataTrust NONE = instrumentId -> false;

    /**
     * Whether nothing may be opened because of the data.
     *
     * @param instrumentId a defined id.
     * @return true while the data is not to be trusted; exits pass all the same.
     */
    boolean blocksEntries(int instrumentId);
}
