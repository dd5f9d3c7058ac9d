package io.virtstack.benchmarks.data;

/** How the figures of containers repeat. Names never do. */
public enum Style {
    /** A few thousand shapes of figures. */
    TEMPLATES,
    /** Limits and writable bytes are of each container's own. */
    DISTINCT
}
