/**
 * Fleets that change all the time: persistent trees of machines, with sums that follow each edit.
 *
 * <p>Entry type: {@link io.virtstack.engine.live.PersistentFleet}. It holds one reference to an immutable {@code State}, which
 * is the snapshot that readers get. An edit of one workload goes through a {@code Place} of a {@code LiveHost}, which knows what
 * one more or less of it costs; where the place cannot tell, the machine is rebuilt by a {@code Site} and evaluated as a whole. In
 * both cases a {@code Change} is what {@code Costs} of the machine and of the fleet take in.
 */
@NullMarked
package io.virtstack.engine.live;

import org.jspecify.annotations.NullMarked;
