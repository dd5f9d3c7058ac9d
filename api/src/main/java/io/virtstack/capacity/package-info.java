/**
 * How many more copies fit, under which rule, and what stops the next one.
 *
 * <p>Entry type: {@link io.virtstack.capacity.AdmissionRule}.
 */
@NullMarked
package io.virtstack.capacity;

import org.jspecify.annotations.NullMarked;
