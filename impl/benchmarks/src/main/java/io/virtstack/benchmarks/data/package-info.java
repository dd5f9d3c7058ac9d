/**
 * One data set for all contenders, from seeds: images as chains, containers and virtual machines on hosts.
 *
 * <p>Entry type: {@link io.virtstack.benchmarks.data.ContainerFleet}.
 */
@NullMarked
package io.virtstack.benchmarks.data;

import org.jspecify.annotations.NullMarked;
