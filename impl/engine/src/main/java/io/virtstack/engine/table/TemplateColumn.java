package io.virtstack.engine.table;

import io.virtstack.engine.exact.WideSum;

/** Numbers of templates: each row names one of them. All columns of a table share one array of those names. */
final class TemplateColumn extends LongColumn {
    private final char[] templates;
    private final long[] numbers;
    private final Magnitude magnitude;

    /** The first of the numbers are of templates that rows name; more may be filled in later. */
    TemplateColumn(char[] templates, long[] numbers, int size) {
        this(templates, numbers, Magnitude.of(numbers, size));
    }

    private TemplateColumn(char[] templates, long[] numbers, Magnitude magnitude) {
        this.templates = templates;
        this.numbers = numbers;
        this.magnitude = magnitude;
    }

    @Override
    public long get(int row) {
        return numbers[templates[row]];
    }

    @Override
    public void addTo(int from, int to, WideSum sum) {
        if (!magnitude.fits(to - from)) {
            super.addTo(from, to, sum);
            return;
        }
        long narrow = 0;
        for (int row = from; row < to; row++) {
            narrow += numbers[templates[row]];
        }
        sum.add(narrow);
    }

    @Override
    LongColumn inOrder(int[] rows) {
        return of(moved(templates, rows));
    }

    /** The same numbers for rows whose templates were moved already. */
    TemplateColumn of(char[] moved) {
        return new TemplateColumn(moved, numbers, magnitude);
    }

    static char[] moved(char[] templates, int[] rows) {
        char[] moved = new char[rows.length];
        for (int row = 0; row < rows.length; row++) {
            moved[row] = templates[rows[row]];
        }
        return moved;
    }
}
