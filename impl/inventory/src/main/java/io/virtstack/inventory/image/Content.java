package io.virtstack.inventory.image;

/**
 * A file inside a container, links already followed.
 *
 * @param name its path inside, which is also its place in errors
 * @param size how many bytes it has
 * @param offset where it begins in the archive, 0 in a directory
 */
record Content(String name, long size, long offset) {}
