/**
 * Historical bars from files: opened whatever their format, checked row by row, and described by an inspector.
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
