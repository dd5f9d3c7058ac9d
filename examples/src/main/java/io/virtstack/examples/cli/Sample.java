package io.virtstack.examples.cli;

/** Stacks that are there without any file: those of the command {@code compare}. */
enum Sample {
    VIRTUAL_MACHINES,
    CONTAINERS,
    COMPARISON
}
