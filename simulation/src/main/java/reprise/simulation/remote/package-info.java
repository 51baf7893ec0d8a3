/**
 * The simulated venue in a process of its own: the engine at the other end of a Unix domain socket.
 *
 * <pre>
 *   engine                                 venue
 *     | ------------- HELLO ---------------&gt; |   version, market events on record, run
 *     | &lt;------------ WELCOME -------------- |   or REFUSED, and the end
 *     | &lt;------------ EVENT ... ------------ |   what happened in one step
 *     | &lt;------------ STEP_END ------------- |
 *     | ------------- COMMAND ... ---------&gt; |   what the engine asks for meanwhile
 *     | ------------- SETTLED -------------&gt; |   all of it is on record and handled
 *     |                 ...                  |
 *     | &lt;------------ BYE ------------------ |   no more data
 *     | ------------- SETTLED -------------&gt; |   the record is closed
 * </pre>
 *
 * <p>A frame is its length without these four bytes, little endian; one byte that says its kind; what it carries. May know the runs of
 * {@code backtest} and the venue; must not know configuration files, journals on disk or results.
 *
 * <p>Start with {@link reprise.simulation.remote.RemoteEngine} and {@link reprise.simulation.remote.RemoteSession}.
 */
package reprise.simulation.remote;
