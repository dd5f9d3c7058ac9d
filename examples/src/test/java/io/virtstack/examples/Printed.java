package io.virtstack.examples;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;

/** What a program prints, line by line, with columns one space apart. */
public final class Printed {
    private Printed() {}

    /** {@return the lines of what {@code program} prints} */
    public static List<String> linesOf(Consumer<PrintWriter> program) {
        StringWriter text = new StringWriter();
        program.accept(new PrintWriter(text, true));
        return lines(text.toString());
    }

    /** {@return the lines of {@code text}} */
    public static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.strip().replaceAll(" {2,}", " "))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
