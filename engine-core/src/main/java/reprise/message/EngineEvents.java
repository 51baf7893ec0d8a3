package reprise.message;

/**
 * Everything that can happen to the engine, one method a fact, in the past tense. Implemented by the publisher (call to bytes) and the
 * printer; the core has an implementer for each part. Adding a fact adds a method, after which the compiler lists every place to change,
 * hence no default methods.
 *
 * <p>Prices and quantities are in the instrument's decimals, money in units of 1e-8, times in nanoseconds since the epoch. Engine time is
 * never a parameter: it is in the envelope. A venue's time is ordinary data.
 */
public interface EngineEvents extends RunEvents, MarketEvents, OrderEvents, AccountEvents, OperatorEvents {}
