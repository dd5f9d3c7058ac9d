/**
 * The programs, run and read.
 *
 * <p>Entry type: {@link io.virtstack.examples.ArticleComparisonTest}.
 */
@NullMarked
package io.virtstack.examples;

import org.jspecify.annotations.NullMarked;
