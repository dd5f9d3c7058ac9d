/**
 * Third step: columns are added up and split. Start-up times, which are the longest and no sum, are followed along the rows.
 *
 * <p>Entry type: {@link io.virtstack.engine.kernel.LineSums}.
 */
@NullMarked
package io.virtstack.engine.kernel;

import org.jspecify.annotations.NullMarked;
