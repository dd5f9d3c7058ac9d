/**
 * Rules that values must obey, and what is wrong where they do not.
 *
 * <p>Entry type: {@link io.virtstack.violation.Violation}.
 */
@NullMarked
package io.virtstack.violation;

import org.jspecify.annotations.NullMarked;
