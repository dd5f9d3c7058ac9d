/**
 * What people would use for VirtStack's questions, and the floor below which no one gets.
 *
 * <p>Entry type: {@link io.virtstack.benchmarks.contenders.Contenders}.
 */
@NullMarked
package io.virtstack.benchmarks.contenders;

import org.jspecify.annotations.NullMarked;
