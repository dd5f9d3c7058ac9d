package io.virtstack.examples.cli;

import com.google.common.base.Ascii;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Constants as options, in the letters that options are written in. */
final class Choices {
    private Choices() {}

    static String name(Enum<?> choice) {
        return Ascii.toLowerCase(choice.name()).replace('_', '-');
    }

    static <E extends Enum<E>> ITypeConverter<E> of(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(choice -> name(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Choices::name)
                                .collect(Collectors.joining(", "))));
    }
}
