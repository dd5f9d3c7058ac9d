package io.virtstack.layer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong with one layer, so that {@code build()} can say all of it at once. */
final class LayerCheck {
    private static final String FROM_ZERO = "state a figure from 0, or leave it unknown";
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
    private static final String UP_TO_LONGEST = "state at most " + LONGEST + ", or leave it unknown";

    private final Layer layer;
    private final ImmutableList.Builder<Violation> violations = ImmutableList.builder();

    private LayerCheck(Layer layer) {
        this.layer = layer;
    }

    static LayerCheck of(Layer layer) {
        LayerCheck check = new LayerCheck(layer);
        check.expect(
                !layer.name().isBlank(), "name", Rule.NAME, () -> "'" + layer.name() + "'", "give the layer a name");
        check.expect(
                layer.height() <= Layer.MAX_HEIGHT,
                "runs",
                Rule.DEPTH,
                () -> layer.height() + " layers on one another",
                "stack at most " + Layer.MAX_HEIGHT + " layers");
        return check;
    }

    static int heightAbove(Multiset<? extends Layer> runs) {
        int highest = 0;
        for (Layer layer : runs.elementSet()) {
            highest = Math.max(highest, layer.height());
        }
        return highest + 1;
    }

    LayerCheck demands(Demanding<?> demanding) {
        size("disk", demanding.disk());
        size("memory", demanding.memory());
        cpu("cpu", demanding.cpu());
        demanding.startup().ifPresent(startup -> {
            expect(!startup.isNegative(), "startup", Rule.NON_NEGATIVE, startup::toString, FROM_ZERO);
            expect(startup.compareTo(LONGEST) <= 0, "startup", Rule.STARTUP_RANGE, startup::toString, UP_TO_LONGEST);
        });
        return this;
    }

    LayerCheck size(String attribute, Optional<DataSize> size) {
        size.ifPresent(
                stated -> expect(stated.bytes() >= 0, attribute, Rule.NON_NEGATIVE, stated::toString, FROM_ZERO));
        return this;
    }

    LayerCheck cpu(String attribute, Optional<Cpu> cpu) {
        cpu.ifPresent(
                stated -> expect(stated.millis() >= 0, attribute, Rule.NON_NEGATIVE, stated::toString, FROM_ZERO));
        return this;
    }

    /** The text of a value takes far longer to make than to find that nothing is wrong with it. */
    LayerCheck expect(boolean holds, String attribute, Rule rule, Supplier<String> value, String remedy) {
        if (!holds) {
            violations.add(new Violation(place() + ", " + attribute, rule, value.get(), remedy));
        }
        return this;
    }

    private String place() {
        return layer.name().isBlank() ? "unnamed " + layer.kind() : layer.name();
    }

    void orThrow() {
        ImmutableList<Violation> found = violations.build();
        if (!found.isEmpty()) {
            throw new InvalidModelException(found);
        }
    }
}
