package io.virtstack.machine;

import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;

/** Checks of the figures that records take. */
final class NonNegative {
    private NonNegative() {}

    static void require(String what, DataSize size) {
        require(what, size.bytes(), size);
    }

    static void require(String what, Cpu cpu) {
        require(what, cpu.millis(), cpu);
    }

    static void require(String what, long amount, Object shown) {
        if (amount < 0) {
            throw new IllegalArgumentException(what + " " + shown + " is negative; state a figure from 0");
        }
    }
}
