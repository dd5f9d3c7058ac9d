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
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one layer, so that {@code build()} can say all of it at once. */
final class LayerCheck {
    private static final String FROM_ZERO = "state a figure from 0, or leave it unknown";
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
    private static final String UP_TO_LONGEST = "state at most " + LONGEST + ", or leave it unknown";

    private final Layer layer;
    /** Most layers are as they should be, and are checked whenever one is built: then there is no list. */
    private ImmutableList.@Nullable Builder<Violation> violations;

    private LayerCheck(Layer layer) {
        this.layer = layer;
    }

    static LayerCheck of(Layer layer) {
        LayerCheck check = new LayerCheck(layer);
        if (layer.name().isBlank()) {
            check.add("name", Rule.NAME, "'" + layer.name() + "'", "give the layer a name");
        }
        if (layer.height() > Layer.MAX_HEIGHT) {
            check.add(
                    "runs",
                    Rule.DEPTH,
                    layer.height() + " layers on one another",
                    "stack at most " + Layer.MAX_HEIGHT + " layers");
        }
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
        Optional<Duration> startup = demanding.startup();
        if (startup.isPresent()) {
            startup(startup.get());
        }
        return this;
    }

    private void startup(Duration startup) {
        if (startup.isNegative()) {
            add("startup", Rule.NON_NEGATIVE, startup.toString(), FROM_ZERO);
        }
        if (startup.compareTo(LONGEST) > 0) {
            add("startup", Rule.STARTUP_RANGE, startup.toString(), UP_TO_LONGEST);
        }
    }

    LayerCheck size(String attribute, Optional<DataSize> size) {
        if (size.isPresent() && size.get().bytes() < 0) {
            add(attribute, Rule.NON_NEGATIVE, size.get().toString(), FROM_ZERO);
        }
        return this;
    }

    LayerCheck cpu(String attribute, Optional<Cpu> cpu) {
        if (cpu.isPresent() && cpu.get().millis() < 0) {
            add(attribute, Rule.NON_NEGATIVE, cpu.get().toString(), FROM_ZERO);
        }
        return this;
    }

    /** The text of a value takes far longer to make than to find that nothing is wrong with it. */
    LayerCheck expect(boolean holds, String attribute, Rule rule, Supplier<String> value, String remedy) {
        if (!holds) {
            add(attribute, rule, value.get(), remedy);
        }
        return this;
    }

    private void add(String attribute, Rule rule, String value, String remedy) {
        if (violations == null) {
            violations = ImmutableList.builder();
        }
        violations.add(new Violation(place() + ", " + attribute, rule, value, remedy));
    }

    private String place() {
        return layer.name().isBlank() ? "unnamed " + layer.kind() : layer.name();
    }

    void orThrow() {
        if (violations != null) {
            throw new InvalidModelException(violations.build());
        }
    }
}
