/**
 * What programs are made for: operating-system families and processor architectures.
 *
 * <p>Entry type: {@link io.virtstack.platform.Platform}.
 */
@NullMarked
package io.virtstack.platform;

import org.jspecify.annotations.NullMarked;
