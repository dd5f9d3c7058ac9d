package io.virtstack.capacity;

/** Which of the two accountings of memory and CPU is meant. They are never mixed in one figure. */
public enum Accounting {
    /** What the layers themselves demand, all the way down. */
    DEMANDED,
    /** What the outermost machines and containers set aside. */
    ALLOCATED
}
