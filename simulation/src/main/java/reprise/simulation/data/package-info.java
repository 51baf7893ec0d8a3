/**
 * Historical bars and ticks from files: opened whatever their format, checked row by row, and described by an inspector.
 *
 * <p>Ticks are opened by {@link reprise.simulation.data.TickFile}, a reader for each kind: {@code TickDialects} recognises the format, a
 * {@code TickDecoder} makes ticks of rows or of a venue's messages, {@code FileTickReader} keeps their order. {@code RecordedBook} knows when
 * an order book is known and when it is not.
 *
 * <p>Knows the decimals it is asked to deliver and nothing else of the engine: no instrument, no order, no clock. Formats are
 * recognised from content (column names, column count, JSON shape, names inside archives) and every assumption that remains is
 * reported in {@link reprise.simulation.data.BarFileFacts#notes()}.
 *
 * <p>Start with {@link reprise.simulation.data.BarFiles}, then {@link reprise.simulation.data.BarReader}; what happens to a bad
 * row is said in {@link reprise.simulation.data.BadRowPolicy}. A row travels {@code RowSource} (bytes split into fields) to
 * {@code RowParser} (one row of numbers) to {@code FileBarReader} (order, gaps, the time of the close).
 */
package reprise.simulation.data;
