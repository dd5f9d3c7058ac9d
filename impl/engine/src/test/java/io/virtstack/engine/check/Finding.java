package io.virtstack.engine.check;

import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;

/** Where which rule is broken, whatever the text says. */
record Finding(String place, Rule rule) {
    static Finding of(Violation violation) {
        return new Finding(violation.place(), violation.rule());
    }
}
