package io.virtstack.inventory.document;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryOptions;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Source;
import io.virtstack.inventory.source.Texts;
import java.nio.charset.Charset;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.virtstack.inventory.source.Texts.document;
import static io.virtstack.inventory.source.Texts.expectRefusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class TextDocumentsTest {
    @Test
    void readsTheSameFromJsonAndYaml() {
        Node json = document("{\"a\": [1, \"x\", true, null], \"b\": {\"c\": \"d\"}}");
        Node yaml = document("a: [1, x, true, ~]\nb:\n  c: d # why\n");

        for (Node node : ImmutableList.of(json, yaml)) {
            ImmutableList<Node> elements = node.get("a").elements();
            assertThat(elements.get(0).wholeNumber()).isEqualTo(1);
            assertThat(elements.get(1).text()).isEqualTo("x");
            assertThat(elements.get(2).flag()).isTrue();
            assertThat(elements.get(3).isNull()).isTrue();
            assertThat(node.path("b", "c").map(Node::text)).hasValue("d");
            assertThat(node.path("b", "x", "y")).isEmpty();
        }
        assertThat(yaml.get("b").get("c").line()).isEqualTo(3);
        assertThat(yaml.get("b").get("c").pointer()).isEqualTo("/b/c");
    }

    @Test
    void readsSeveralDocuments() {
        assertThat(documents("---\na: 1\n---\n# nothing\n---\nb: 2\n...\n")).hasSize(2);
        assertThat(documents("{\"a\":1}\n{\"b\":2}\n")).hasSize(2);
        assertThat(documents("")).isEmpty();
        assertThat(documents("# only a comment\n")).isEmpty();
    }

    @Test
    void readsFlowYamlThatLooksLikeJson() {
        assertThat(document("{a: 1, b: [x, y]}").get("b").elements()).hasSize(2);
    }

    @Test
    void readsJsonWithTabsAndDuplicateLineEnds() {
        assertThat(document("{\r\n\t\"a\":\t1\r\n}\r\n").get("a").line()).isEqualTo(2);
        assertThat(document("a: 1\r\nb: 2\r\n").get("b").line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsEachEncodingWithItsMark(String charset) {
        byte[] bytes = "\uFEFFname: größe\n".getBytes(Charset.forName(charset));
        Source source = Texts.source(bytes, InventoryOptions.defaults());
        assertThat(TextDocuments.of(source).get(0).get("name").text()).isEqualTo("größe");
    }

    @Test
    void followsAnchorsAndMergesMappings() {
        Node node = document("""
                base: &base {image: x, cpus: 1}
                other: &other {cpus: 2, mem: 3}
                one: {<<: *base, image: y}
                two:
                  <<: [*other, *base]
                  image: z
                list: [*base, *base]
                """);
        assertThat(node.path("one", "image").map(Node::text)).hasValue("y");
        assertThat(node.path("one", "cpus").map(Node::text)).hasValue("1");
        assertThat(node.path("two", "cpus").map(Node::text)).hasValue("2");
        assertThat(node.path("two", "image").map(Node::text)).hasValue("z");
        assertThat(node.get("list").elements().get(1).get("image").text()).isEqualTo("x");
        assertThat(document("'<<': {a: 1}").get("<<").get("a").text()).isEqualTo("1");
    }

    @Test
    void tellsTextsFromWhatTheyLookLike() {
        Node node = document("a: 'null'\nb: !!str null\nc: null\nd: ''\ne:\n");
        assertThat(node.get("a").text()).isEqualTo("null");
        assertThat(node.get("b").text()).isEqualTo("null");
        assertThat(node.find("c")).isEmpty();
        assertThat(node.find("d")).isPresent();
        assertThat(node.findText("d")).isEmpty();
        assertThat(node.find("e")).isEmpty();
        assertThat(node.has("e")).isFalse();
    }

    @Test
    void refusesWhatIsMalformed() {
        expectRefusal(() -> documents("a: [1\nb: 2\n"), InventoryRule.YAML_SYNTAX, 2);
        expectRefusal(() -> documents("\na: 1\n\tb: 2\n"), InventoryRule.YAML_SYNTAX, 3);
        expectRefusal(() -> documents("{\"a\": 1,\n]"), InventoryRule.JSON_SYNTAX, 2);
        expectRefusal(() -> documents("{\"a\":"), InventoryRule.JSON_SYNTAX, 1);
        expectRefusal(() -> documents("a: 1\nb: 2\na: 3\n"), InventoryRule.YAML_DUPLICATE_KEY, 3);
        expectRefusal(() -> documents("{\"a\":1,\n\"a\":2}"), InventoryRule.JSON_DUPLICATE_KEY, 2);
        expectRefusal(() -> documents("? [a]\n: 1\n"), InventoryRule.YAML_KEY, 1);
        expectRefusal(() -> documents("a: 1\n<<: 2\n"), InventoryRule.YAML_KEY, 2);
        expectRefusal(() -> documents("a: *nowhere\n"), InventoryRule.YAML_ALIAS, 1);
        expectRefusal(() -> documents("a: &a\n  b: *a\n"), InventoryRule.YAML_ALIAS, 2);
        expectRefusal(() -> documents("a: &a [*a]\n"), InventoryRule.YAML_ALIAS, 1);
        expectRefusal(() -> documents("a:\n  b: !!java.net.URL [x]\n"), InventoryRule.YAML_TAG, 2);
        expectRefusal(() -> documents("a: !Ref b\n"), InventoryRule.YAML_TAG, 1);
        expectRefusal(
                () -> Texts.source(new byte[] {'a', ':', (byte) 0xC3, '\n'}, InventoryOptions.defaults()),
                InventoryRule.TEXT_ENCODING,
                0);
    }

    @Test
    void saysThatTemplatesAreToBeRendered() {
        expectRefusal(() -> documents("a: 1\nname: {{ .Values.name }}\n"), InventoryRule.TEMPLATE_UNRENDERED, 2);
        expectRefusal(
                () -> documents("a: 1\n{{- if .Values.on }}\nb: 2\n{{- end }}\n"),
                InventoryRule.TEMPLATE_UNRENDERED,
                2);
        assertThat(document("a: 'docker ps --format {{.ID}}'").get("a").text()).contains("{{.ID}}");
    }

    @Test
    void refusesDepthInEachForm() {
        for (String deep : ImmutableList.of(
                "[".repeat(200_000),
                "[".repeat(200_000) + "]".repeat(200_000),
                "{\"a\":".repeat(200_000),
                "a: " + "[".repeat(200_000),
                "a: " + "{a: ".repeat(100_000),
                "- ".repeat(100_000),
                nested(500))) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> expectRefusal(() -> documents(deep), InventoryRule.LIMIT_JSON_DEPTH, line(deep)));
        }
    }

    private static int line(String deep) {
        return deep.startsWith("a:\n") ? 101 : 1;
    }

    private static String nested(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.append(" ".repeat(depth)).append("b: 1\n").toString();
    }

    /** Ten to the power of twelve values in half a kilobyte. */
    @Test
    void refusesAliasesThatMultiply() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        StringBuilder merges = new StringBuilder("m0: &m0 {k: [x, x, x, x, x, x, x, x, x, x]}\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
            merges.append("m%d: &m%d {<<: *m%d, k%d: *m%d, l%d: *m%d}\n".formatted(i, i, i - 1, i, i - 1, i, i - 1));
        }
        merges.append("n: [*m11, *m11, *m11, *m11, *m11]\n");
        expectRefusal(() -> documents(bomb.toString()), InventoryRule.LIMIT_TEXT_VALUES, 6);
        expectRefusal(() -> documents(merges.toString()), InventoryRule.LIMIT_TEXT_VALUES, 12);
    }

    @Test
    void refusesMoreValuesThanTheLimit() {
        InventoryOptions few =
                InventoryOptions.defaults().withLimits(ReadLimits.defaults().with(Limit.TEXT_VALUES, 10));
        assertThat(TextDocuments.of(Texts.source("[1,2,3,4,5,6,7,8,9]", few))).hasSize(1);
        expectRefusal(
                () -> TextDocuments.of(Texts.source("[1,2,3,4,5,6,7,8,9,10]", few)),
                InventoryRule.LIMIT_TEXT_VALUES,
                1);
        expectRefusal(
                () -> TextDocuments.of(Texts.source("a: &a [1,2,3,4]\nb: *a\n", few)),
                InventoryRule.LIMIT_TEXT_VALUES,
                1);
    }

    @Test
    void refusesWrongTypes() {
        Node node = document("a: x\nb: [1]\nc: {d: 1}\ne: 1.5\nf: 99999999999999999999\n");
        expectRefusal(() -> node.get("a").wholeNumber(), InventoryRule.DOCUMENT_FORM, 1);
        expectRefusal(() -> node.get("a").flag(), InventoryRule.DOCUMENT_FORM, 1);
        expectRefusal(() -> node.get("b").text(), InventoryRule.DOCUMENT_FORM, 2);
        expectRefusal(() -> node.get("c").elements(), InventoryRule.DOCUMENT_FORM, 3);
        expectRefusal(() -> node.get("b").members(), InventoryRule.DOCUMENT_FORM, 2);
        expectRefusal(() -> node.get("e").wholeNumber(), InventoryRule.DOCUMENT_FORM, 4);
        expectRefusal(() -> node.get("f").wholeNumber(), InventoryRule.DOCUMENT_FORM, 5);
        expectRefusal(() -> node.get("g"), InventoryRule.DOCUMENT_FORM, 1);
        expectRefusal(() -> document("a: 5").get("a").wholeNumber(0, 4), InventoryRule.DOCUMENT_FORM, 1);
    }

    @Test
    void takesALargeDocumentInLittleMemory() {
        StringBuilder large = new StringBuilder("[");
        for (int i = 0; i < 300_000; i++) {
            large.append("{\"k\":").append(i).append("},");
        }
        assertThat(document(large.append("1]").toString()).elements()).hasSize(300_001);
    }

    @Test
    void keepsNumbersAsTheyAreWritten() {
        assertThat(document("[1.50, 1e3, 12345678901234567890]").elements())
                .extracting(Node::text)
                .containsExactly("1.50", "1e3", "12345678901234567890");
        assertThat(document("a: 0x10").get("a").text()).isEqualTo("0x10");
    }

    private static ImmutableList<Node> documents(String text) {
        return TextDocuments.of(Texts.source(text));
    }
}
