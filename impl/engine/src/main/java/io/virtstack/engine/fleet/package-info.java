/**
 * Fleets: machines become rows of tables as they are added, and tables answer.
 *
 * <p>Entry type: {@link io.virtstack.engine.fleet.FleetBuilder}. A machine goes through {@code HostCompiler} into the rows of
 * a {@code BlockWriter}; full ones become a {@code Block}. A {@code ColumnarFleet} asks all blocks and adds up. Machines whose
 * stores or disks the tables have no columns for are kept as values and answered by the engine itself.
 */
@NullMarked
package io.virtstack.engine.fleet;

import org.jspecify.annotations.NullMarked;
