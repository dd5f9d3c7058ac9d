package io.virtstack.inventory.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts values together from what a parser reports, without recursion and within limits. */
final class ValueBuilder {
    private static final String MERGE = "<<";

    private final Source source;
    private final InventoryRule duplicateKey;
    private final boolean merging;
    private final Deque<Open> open = new ArrayDeque<>();
    private long weight;
    private @Nullable Value root;

    /**
     * @param duplicateKey the rule that a repeated key breaks
     * @param merging whether the key {@code <<} takes in the members of other mappings
     */
    ValueBuilder(Source source, InventoryRule duplicateKey, boolean merging) {
        this.source = source;
        this.duplicateKey = duplicateKey;
        this.merging = merging;
    }

    /** {@return the value that is complete since the last call, if there is one} */
    Optional<Value> take() {
        Value complete = root;
        root = null;
        return Optional.ofNullable(complete);
    }

    boolean expectsKey() {
        Open innermost = open.peek();
        return innermost != null && innermost.mapping && innermost.key == null;
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    void begin(boolean mapping, int line, Optional<String> tag) {
        if (expectsKey()) {
            throw source.refuse(
                    line,
                    InventoryRule.YAML_KEY,
                    "a " + (mapping ? "mapping" : "sequence") + " as a key",
                    "write the key as plain text");
        }
        checkDepth(open.size() + 1L, line);
        open.push(new Open(mapping, line, tag));
    }

    /** {@return the mapping or sequence that ends} */
    Value end() {
        Open innermost = open.pop();
        Value value = innermost.mapping ? mapping(innermost) : sequence(innermost);
        add(value);
        return value;
    }

    void key(String key, boolean plain, int line) {
        Open innermost = open.element();
        boolean merge = merging && plain && key.equals(MERGE);
        if (innermost.members.containsKey(key) || (merge && innermost.merged != null)) {
            throw source.refuse(
                    line,
                    pointer() + Node.step(key),
                    duplicateKey,
                    "key '" + key + "' is there a second time",
                    merge
                            ? "merge both in one: << with a list of the two"
                            : "leave one of the two: which one counts is not defined",
                    null);
        }
        innermost.key = key;
        innermost.keyMerges = merge;
    }

    /** {@return where the innermost open value stands} */
    private String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Open outer : open) {
            if (outer != open.peek()) {
                pointer.insert(0, Node.step(outer.key == null ? String.valueOf(outer.elements.size()) : outer.key));
            }
        }
        return pointer.toString();
    }

    void add(Value value) {
        spend(value.line());
        checkDepth(open.size() + (long) value.height(), value.line());
        Open innermost = open.peek();
        if (innermost == null) {
            root = value;
        } else if (!innermost.mapping) {
            innermost.elements.add(value);
        } else if (innermost.keyMerges) {
            innermost.merged = value;
            innermost.key = null;
        } else if (innermost.key != null) {
            innermost.members.put(innermost.key, value);
            innermost.key = null;
        }
    }

    private Value sequence(Open ended) {
        long sum = 1;
        int height = 0;
        for (Value element : ended.elements) {
            sum += element.weight();
            height = Math.max(height, element.height());
        }
        checkWeight(sum, ended.line);
        return new Value.Sequence(ended.line, ended.tag, ImmutableList.copyOf(ended.elements), sum, height + 1);
    }

    private Value mapping(Open ended) {
        Map<String, Value> members = ended.members;
        if (ended.merged != null) {
            merge(ended.merged, members);
        }
        long sum = 1;
        int height = 0;
        for (Value member : members.values()) {
            sum += member.weight();
            height = Math.max(height, member.height());
        }
        checkWeight(sum, ended.line);
        return new Value.Mapping(ended.line, ended.tag, ImmutableMap.copyOf(members), sum, height + 1);
    }

    /** Members that are stated win over merged ones, and earlier merged ones over later. */
    private void merge(Value merged, Map<String, Value> members) {
        if (merged instanceof Value.Mapping other) {
            other.members().forEach((key, value) -> {
                spend(merged.line());
                members.putIfAbsent(key, value);
            });
        } else if (merged instanceof Value.Sequence others
                && others.elements().stream().allMatch(Value.Mapping.class::isInstance)) {
            others.elements().forEach(other -> merge(other, members));
        } else {
            throw source.refuse(
                    merged.line(),
                    InventoryRule.YAML_KEY,
                    "'<<' with something else than mappings",
                    "merge mappings, or quote the key");
        }
    }

    private void spend(int line) {
        checkWeight(++weight, line);
    }

    private void checkWeight(long value, int line) {
        source.check(Limit.TEXT_VALUES, value, line);
    }

    private void checkDepth(long value, int line) {
        source.check(Limit.JSON_DEPTH, value, line);
    }

    /** A mapping or sequence that has not ended yet. */
    private static final class Open {
        private final boolean mapping;
        private final int line;
        private final Optional<String> tag;
        private final List<Value> elements = new ArrayList<>();
        private final Map<String, Value> members = new LinkedHashMap<>();
        private @Nullable String key;
        private boolean keyMerges;
        private @Nullable Value merged;

        Open(boolean mapping, int line, Optional<String> tag) {
            this.mapping = mapping;
            this.line = line;
            this.tag = tag;
        }
    }
}
