/**
 * Programs a page long, each an answer that VirtStack gives.
 *
 * <p>Entry type: {@link io.virtstack.examples.ArticleComparison}.
 */
@NullMarked
package io.virtstack.examples;

import org.jspecify.annotations.NullMarked;
