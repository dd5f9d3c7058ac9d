package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** The persistent maps are as those of the JDK, and their old versions stay. */
class TreesProperties {
    /** What to do with a key: put a number there, or remove it. */
    record Step(String key, int value) {
        boolean removes() {
            return value < 0;
        }
    }

    /** Few enough to meet again; half of them have the same hash as others. */
    @Provide
    Arbitrary<Step> steps() {
        Arbitrary<String> twins = Arbitraries.of("Aa", "BB").list().ofSize(3).map(parts -> String.join("", parts));
        Arbitrary<String> plain = Arbitraries.integers().between(0, 60).map(number -> "host-" + number);
        return Combinators.combine(
                        Arbitraries.oneOf(twins, plain), Arbitraries.integers().between(-3, 4))
                .as(Step::new);
    }

    @Property(tries = 500)
    void aHashTrieIsAMap(@ForAll("manySteps") List<Step> steps) {
        Map<String, Integer> expected = new HashMap<>();
        HashTrie<String, Integer> trie = HashTrie.empty();
        for (Step step : steps) {
            HashTrie<String, Integer> before = trie;
            Map<String, Integer> contents = contents(before);
            if (step.removes()) {
                expected.remove(step.key());
                trie = trie.without(step.key());
            } else {
                expected.put(step.key(), step.value());
                trie = trie.with(step.key(), step.value());
            }
            assertThat(contents(trie)).isEqualTo(expected);
            assertThat(trie.get(step.key())).isEqualTo(expected.get(step.key()));
            assertThat(contents(before)).isEqualTo(contents);
        }
    }

    @Property(tries = 500)
    void aSortedTreeIsASortedMap(@ForAll("manySteps") List<Step> steps) {
        TreeMap<String, Integer> expected = new TreeMap<>();
        SortedTree<String, Integer> tree = SortedTree.empty();
        for (Step step : steps) {
            SortedTree<String, Integer> before = tree;
            ImmutableList<Integer> contents = values(before);
            if (step.removes()) {
                expected.remove(step.key());
                tree = tree.without(step.key());
            } else {
                expected.put(step.key(), step.value());
                tree = tree.with(step.key(), step.value());
            }
            assertThat(values(tree)).isEqualTo(ImmutableList.copyOf(expected.values()));
            SortedTree.Neighbours<String, Integer> around = tree.neighbours(step.key());
            assertThat(key(around.before())).isEqualTo(Optional.ofNullable(expected.lowerKey(step.key())));
            assertThat(key(around.at()).isPresent()).isEqualTo(expected.containsKey(step.key()));
            assertThat(key(around.after())).isEqualTo(Optional.ofNullable(expected.higherKey(step.key())));
            assertThat(key(tree.last())).isEqualTo(expected.keySet().stream().reduce((first, second) -> second));
            assertThat(values(before)).isEqualTo(contents);
            assertThat(tree.height()).isLessThanOrEqualTo(mostLevels(expected.size()));
        }
    }

    @Provide
    Arbitrary<List<Step>> manySteps() {
        return steps().list().ofMinSize(1).ofMaxSize(120);
    }

    private static Map<String, Integer> contents(HashTrie<String, Integer> trie) {
        Map<String, Integer> contents = new HashMap<>();
        trie.forEach((key, value) -> assertThat(contents.put(key, value)).isNull());
        return contents;
    }

    private static ImmutableList<Integer> values(SortedTree<String, Integer> tree) {
        ImmutableList.Builder<Integer> values = ImmutableList.builder();
        SortedTree.Node<String, Integer> at = tree.neighbours("").after();
        while (at != null) {
            values.add(at.value());
            at = tree.neighbours(at.key()).after();
        }
        return values.build();
    }

    /** A tree whose siblings differ in height by one at most has as many nodes as a Fibonacci number, or more. */
    private static int mostLevels(int nodes) {
        int levels = 0;
        int least = 1;
        int next = 2;
        while (least <= nodes) {
            int sum = least + next + 1;
            least = next;
            next = sum;
            levels++;
        }
        return levels;
    }

    private static Optional<String> key(SortedTree.@Nullable Node<String, Integer> node) {
        return Optional.ofNullable(node).map(SortedTree.Node::key);
    }
}
