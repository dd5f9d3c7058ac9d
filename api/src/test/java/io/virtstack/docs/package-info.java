/**
 * Checks of what is written about the code, for any module: point them at its sources and documents.
 *
 * <p>Entry types: {@code JavadocCheck} and {@code SnippetCheck}.
 */
@NullMarked
package io.virtstack.docs;

import org.jspecify.annotations.NullMarked;
