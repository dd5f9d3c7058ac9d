package io.virtstack.engine;

import io.virtstack.engine.oracle.Oracle;
import io.virtstack.quantity.OverflowException;
import io.virtstack.violation.InvalidModelException;
import java.util.function.Supplier;

/** A value, or the reason why there is none. */
sealed interface Outcome<T> {
    record Value<T>(T value) implements Outcome<T> {}

    record Overflow<T>() implements Outcome<T> {}

    record Contradiction<T>() implements Outcome<T> {}

    static <T> Outcome<T> of(Supplier<T> question) {
        try {
            return new Value<>(question.get());
        } catch (OverflowException overflow) {
            return new Overflow<>();
        } catch (InvalidModelException | Oracle.NoFigure contradiction) {
            return new Contradiction<>();
        }
    }
}
