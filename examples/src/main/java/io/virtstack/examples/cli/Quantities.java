package io.virtstack.examples.cli;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Quantities as options: what is wrong with a text is said in the words of the quantity itself. */
final class Quantities {
    private Quantities() {}

    static <Q extends Comparable<Q>> ITypeConverter<Q> notNegative(Function<String, Q> parser, Q zero) {
        return text -> {
            Q quantity;
            try {
                quantity = parser.apply(text);
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new TypeConversionException(e.getMessage());
            }
            if (quantity.compareTo(zero) < 0) {
                throw new TypeConversionException("'" + text + "' is negative; state a quantity from " + zero);
            }
            return quantity;
        };
    }
}
