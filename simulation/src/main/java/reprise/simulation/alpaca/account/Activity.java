package reprise.simulation.alpaca.account;

/**
 * An execution as the account's activities have it.
 *
 * @param type fill, partial_fill, trade_bust or trade_correct.
 * @param execution what was traded.
 * @param orderStatus of the order after it.
 * @param previous the execution that this one corrects; null for a fill.
 */
public record Activity(String type, Execution execution, OrderStatus orderStatus, Execution previous) {}
