/**
 * The semantics, transcribed once and naively: recursion over values, sets and big integers. It is the oracle that every fast
 * path is held to, so it shares no code with the engine and favours plainness over speed.
 *
 * <p>Entry type: {@link io.virtstack.engine.oracle.Oracle}.
 */
package io.virtstack.engine.oracle;
