/**
 * From virtual machines to containers and back, as values: a stack in, a stack out.
 *
 * <p>Entry type: {@link io.virtstack.migration.Migration}.
 */
@NullMarked
package io.virtstack.migration;

import org.jspecify.annotations.NullMarked;
