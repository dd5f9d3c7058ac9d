package io.virtstack.inventory.json;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.document.Node;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The members of one JSON object of a stack, each asked for once. What nobody asks for is refused at the end. */
final class Members {
    private final Node object;
    private final Set<String> known = new HashSet<>();

    Members(Node object) {
        this.object = object.mapping();
    }

    Node node() {
        return object;
    }

    Optional<Node> find(String name) {
        known.add(name);
        if (isNull(name)) {
            throw object.refuse("a null as '" + name + "'", "leave out what is unknown");
        }
        return object.find(name);
    }

    Node get(String name) {
        known.add(name);
        return object.get(name);
    }

    /** {@return whether it is stated as null, which is no form of absence} */
    boolean isNull(String name) {
        known.add(name);
        return object.names().contains(name) && !object.has(name);
    }

    String getText(String name) {
        return text(get(name));
    }

    Optional<String> findText(String name) {
        return find(name).map(Members::text);
    }

    Optional<Long> count(String name) {
        return find(name).map(value -> value.unquotedNumber(0, Long.MAX_VALUE));
    }

    Optional<DataSize> bytes(String name) {
        return count(name).map(DataSize::ofBytes);
    }

    Optional<Cpu> millis(String name) {
        return count(name).map(Cpu::ofMillis);
    }

    Optional<Integer> positive(String name) {
        return find(name).map(value -> (int) value.unquotedNumber(1, Integer.MAX_VALUE));
    }

    boolean flag(String name, boolean unlessStated) {
        return find(name).map(Members::truth).orElse(unlessStated);
    }

    /** {@return a text, which it must be: 12 is none, "12" is} */
    static String text(Node value) {
        if (!value.isQuoted()) {
            throw value.refuse("something else than a text", "write it in quotes");
        }
        return value.text();
    }

    private static boolean truth(Node value) {
        if (value.isQuoted()) {
            throw value.refuse("a text instead of true or false", "write it without quotes");
        }
        return value.flag();
    }

    Optional<Digest> digest(String name) {
        return find(name).map(value -> {
            try {
                return Digest.of(value.text());
            } catch (IllegalArgumentException e) {
                throw value.refuse(
                        InventoryRule.DIGEST_FORM,
                        "'" + value.text() + "'",
                        "write sha256: and 64, or sha512: and 128 lower-case hexadecimal digits");
            }
        });
    }

    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return find(name)
                .map(value -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> StackWriter.jsonName(constant).equals(value.text()))
                        .findFirst()
                        .orElseThrow(() -> value.refuse(
                                "'" + value.text() + "'",
                                "write one of "
                                        + Arrays.stream(type.getEnumConstants())
                                                .map(StackWriter::jsonName)
                                                .collect(Collectors.joining(", ")))));
    }

    ImmutableList<Node> list(String name) {
        return find(name).map(Node::elements).orElse(ImmutableList.of());
    }

    /** {@return what is built from the members, after the check that none is left} */
    <T> T build(Supplier<T> builder) {
        object.names().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw object.refuse(
                            "the member '" + name + "'", "no such member is known here: correct its name or remove it");
                });
        try {
            return builder.get();
        } catch (InventoryException e) {
            throw e;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw object.refuse(
                    InventoryRule.MODEL_INVALID, String.valueOf(e.getMessage()), "correct what the layer states");
        }
    }
}
