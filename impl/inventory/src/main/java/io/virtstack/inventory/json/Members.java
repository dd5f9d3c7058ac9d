package io.virtstack.inventory.json;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Tree;
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
    private final Tree object;
    private final Set<String> known = new HashSet<>();

    Members(Tree object) {
        this.object = object.object();
    }

    Tree tree() {
        return object;
    }

    Optional<Tree> find(String name) {
        known.add(name);
        return object.find(name);
    }

    Tree get(String name) {
        known.add(name);
        return object.get(name);
    }

    boolean isNull(String name) {
        return object.has(name) && object.find(name).isEmpty();
    }

    Optional<String> text(String name) {
        return find(name).map(Tree::text);
    }

    Optional<DataSize> bytes(String name) {
        return find(name).map(Tree::count).map(DataSize::ofBytes);
    }

    Optional<Cpu> millis(String name) {
        return find(name).map(Tree::count).map(Cpu::ofMillis);
    }

    Optional<Integer> positive(String name) {
        return find(name).map(value -> {
            long count = value.count();
            if (count < 1 || count > Integer.MAX_VALUE) {
                throw value.refuse(
                        InventoryRule.JSON_FORM,
                        String.valueOf(count),
                        "write a number from 1 to " + Integer.MAX_VALUE);
            }
            return (int) count;
        });
    }

    boolean flag(String name, boolean unlessStated) {
        return find(name).map(Tree::truth).orElse(unlessStated);
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
                                InventoryRule.JSON_FORM,
                                "'" + value.text() + "'",
                                "write one of "
                                        + Arrays.stream(type.getEnumConstants())
                                                .map(StackWriter::jsonName)
                                                .collect(Collectors.joining(", ")))));
    }

    ImmutableList<Tree> list(String name) {
        return find(name).map(Tree::elements).orElse(ImmutableList.of());
    }

    /** {@return what is built from the members, after the check that none is left} */
    <T> T build(Supplier<T> builder) {
        object.names().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw object.refuse(
                            InventoryRule.JSON_FORM,
                            "the member '" + name + "'",
                            "no such member is known here: correct its name or remove it");
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
