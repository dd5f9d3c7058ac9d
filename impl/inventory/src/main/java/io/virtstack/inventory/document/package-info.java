/**
 * Texts of untrusted origin as trees: JSON and YAML, bounded in size, depth and number of values, each value with its line.
 *
 * <p>Entry type: {@link io.virtstack.inventory.document.TextDocuments}.
 */
@NullMarked
package io.virtstack.inventory.document;

import org.jspecify.annotations.NullMarked;
