package io.virtstack.machine;

import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;

/** Checks of the figures that records take. */
final class Figures {
    private Figures() {}

    static void requireNonNegative(String what, DataSize size) {
        requireNonNegative(what, size.bytes(), size);
    }

    static void requireNonNegative(String what, Cpu cpu) {
        requireNonNegative(what, cpu.millis(), cpu);
    }

    static void requireNonNegative(String what, long amount, Object shown) {
        if (amount < 0) {
            throw new IllegalArgumentException(what + " " + shown + " is negative; state a figure from 0");
        }
    }
}
