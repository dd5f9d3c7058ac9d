/**
 * The image chains of many stores as one trie: a node is an image layer on its parents, a path from the root is a chain.
 *
 * <p>Entry types: {@link io.virtstack.engine.catalogue.ImageTrie} while images are added, and
 * {@link io.virtstack.engine.catalogue.Catalogue} when all are there.
 */
@NullMarked
package io.virtstack.engine.catalogue;

import org.jspecify.annotations.NullMarked;
