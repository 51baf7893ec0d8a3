package reprise.simulation.alpaca.account;

/** Hears what becomes of orders, in its order, under the venue's lock. */
@FunctionalInterface
public interface OrderListener {
    /**
     * Something happened to an order.
     *
     * @param event what, as messages name it.
     * @param order as it is afterwards.
     * @param execution of a fill; null for the rest.
     * @param previous the execution that a correction is about; null for the rest.
     */
    void onOrder(String event, Order order, Execution execution, Execution previous);
}
