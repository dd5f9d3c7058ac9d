/**
 * A real browser for tests of the profile {@code real}: what a page asks for, says and looks like.
 *
 * <p>Entry type: {@link io.virtstack.diagram.browser.Browser}.
 */
@NullMarked
package io.virtstack.diagram.browser;

import org.jspecify.annotations.NullMarked;
