package reprise.risk;

/** A limit of size: reductions pass it, so that it never stands between a strategy and its exit. */
interface SizeLimit extends RiskCheck {
    @Override
    default boolean bindsReductions() {
        return false;
    }
}
