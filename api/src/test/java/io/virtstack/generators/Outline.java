package io.virtstack.generators;

import com.google.common.collect.ImmutableSet;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** Writes a stack with all that it states, one layer a line: layers themselves print shallow. */
public final class Outline {
    private static final ImmutableSet<String> SHOWN_OTHERWISE = ImmutableSet.of(
            "name", "runs", "kind", "height", "hashCode", "toString", "getClass", "notify", "notifyAll");

    private final StringBuilder text = new StringBuilder();

    private Outline() {}

    /**
     * {@return the outline of a stack}
     *
     * @param hardware its root
     */
    public static String of(Hardware hardware) {
        Outline outline = new Outline();
        outline.add(hardware, 1, 0);
        return outline.text.toString();
    }

    private void add(Layer layer, int copies, int depth) {
        text.append("  ".repeat(depth)).append(layer);
        if (copies != 1) {
            text.append(" x ").append(copies);
        }
        Arrays.stream(layer.getClass().getSuperclass().getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && method.getDeclaringClass() != Object.class
                        && !SHOWN_OTHERWISE.contains(method.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> add(method.getName(), value(method, layer)));
        text.append('\n');
        for (Layer above : layer.runs().elementSet()) {
            add(above, layer.runs().count(above), depth + 1);
        }
    }

    private void add(String attribute, Object value) {
        Object stated = value instanceof Optional<?> optional
                ? optional.map(Object.class::cast).orElse("")
                : value;
        if (!stated.toString().isEmpty()) {
            text.append(", ").append(attribute).append(' ').append(stated);
        }
    }

    private static Object value(Method method, Layer layer) {
        try {
            return method.invoke(layer);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(method + " cannot be read", unreadable);
        }
    }
}
