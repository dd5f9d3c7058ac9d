package io.virtstack.inventory;

import io.virtstack.inventory.ReadLimits.Limit;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Encodings, line ends and malice: each file is read as if it were plain, or refused with one clear error. */
class HostileTextTest {
    private static final String LSCPU = """
            {"lscpu": [
              {"field": "Architecture:", "data": "x86_64"},
              {"field": "CPU(s):", "data": "4"}
            ]}
            """;
    private static final String DOMAIN = """
            <?xml version='1.0' encoding='UTF-8'?>
            <!-- written by a tool -->
            <domain type='kvm' id='1'>
              <name>n</name>
              <memory>1024</memory>
              <vcpu>1</vcpu>
            </domain>
            """;
    private static final String RELEASE = "# comment\nNAME=\"Debian ü\"\nID=debian\n\nVERSION_ID=12\n";
    private static final String STACK = "{\n\"virtstack\": 1,\n\"kind\": \"hardware\",\n\"name\": \"m\"}";

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    @TempDir
    Path folder;

    private Texts texts;

    @BeforeEach
    void texts() {
        texts = new Texts(folder);
    }

    static Stream<String> plain() {
        return Stream.of(LSCPU, DOMAIN, RELEASE, STACK);
    }

    @ParameterizedTest
    @MethodSource("plain")
    void everyEncodingAndLineEndIsReadAlike(String text) {
        Inventory expected = texts.read(text);

        for (Charset charset : new Charset[] {
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, UTF_32LE, UTF_32BE
        }) {
            for (String ends : new String[] {"\n", "\r\n"}) {
                byte[] bytes = ("\uFEFF" + text.replace("\n", ends)).getBytes(charset);
                assertThat(Inventory.read(texts.file(bytes)).machines()).isEqualTo(expected.machines());
            }
        }
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, UTF_32LE, UTF_32BE}) {
            assertThat(Inventory.read(texts.file(text.getBytes(charset))).machines())
                    .isEqualTo(expected.machines());
        }
    }

    @ParameterizedTest
    @MethodSource("plain")
    void everyTruncationIsReadOrRefused(String text) {
        for (int end = 0; end < text.length(); end++) {
            Inventory inventory = Inventory.readEach(texts.file(text.substring(0, end)));
            assertThat(inventory.files()).hasSize(1);
        }
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] latin = "NAME=Debian \u00FC\nID=debian\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(texts.refusal(latin).rule()).isEqualTo(InventoryRule.TEXT_ENCODING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\n", "\uFEFF"})
    void nothingIsRefused(String text) {
        assertThat(texts.refusal(text).rule()).isIn(InventoryRule.FILE_EMPTY, InventoryRule.FILE_UNRECOGNISED);
    }

    @Test
    void truncatedJsonIsRefusedWhereItEnds() {
        InventoryException refusal = texts.refusal(LSCPU.substring(0, LSCPU.indexOf("CPU(s)")));

        assertThat(refusal.rule()).isEqualTo(InventoryRule.JSON_SYNTAX);
        assertThat(refusal.line()).hasValue(3);
    }

    @Test
    void commentsInJsonAreRefused() {
        assertThat(texts.refusal("{\n// comment\n\"lscpu\": []}").line()).hasValue(2);
    }

    @Test
    void duplicateKeysAreRefused() {
        InventoryException refusal = texts.refusal("{\"lscpu\": [],\n\"lscpu\": []}");

        assertThat(refusal.rule()).isEqualTo(InventoryRule.JSON_DUPLICATE_KEY);
        assertThat(refusal.line()).hasValue(2);
        assertThat(refusal.place()).isEqualTo("line 2 /lscpu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"lscpu\":[{\"children\":"})
    void deepJsonIsRefused(String opening) {
        InventoryException refusal = texts.refusal(opening.repeat(200_000));

        assertThat(refusal.rule()).isEqualTo(InventoryRule.LIMIT_JSON_DEPTH);
    }

    @Test
    void deepJsonWithinARaisedLimitIsNoStackOverflow() {
        String deep = "{\"field\": \"x\", \"children\": [".repeat(490) + "]}".repeat(490);
        Path file = texts.file("{\"lscpu\": [{\"field\": \"CPU(s):\", \"data\": \"1\"}," + deep + "]}");
        InventoryOptions options =
                InventoryOptions.defaults().withLimits(ReadLimits.defaults().with(Limit.JSON_DEPTH, 1_000));

        assertThat(Inventory.read(options, file).machines().get(0).cores()).hasValue(1);
    }

    @Test
    void deepXmlIsRefused() {
        assertThat(texts.refusal("<domain>".repeat(500_000)).rule()).isEqualTo(InventoryRule.LIMIT_XML_DEPTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>\n<domain>&b;</domain>",
                "<!DOCTYPE d SYSTEM \"file:///etc/passwd\">\n<domain/>",
                "<?xml version='1.0'?><!DOCTYPE d PUBLIC 'p' 'http://127.0.0.1/d.dtd'>\n<domain/>"
            })
    void documentTypesAreRefused(String text) {
        assertThat(texts.refusal(text).rule()).isEqualTo(InventoryRule.XML_DOCTYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&a;", "&lt", "<", "</other>", "<a b=c/>", "<p:a/>", "]]>", "\u0001"})
    void malformedXmlIsRefusedWithItsLine(String text) {
        InventoryException refusal = texts.refusal("<domain type='kvm'>\n<name>n</name>\n" + text + "\n</domain>");

        assertThat(refusal.rule()).isEqualTo(InventoryRule.XML_SYNTAX);
        assertThat(refusal.line()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p:a/>", "<a p:b='1'/>"})
    void prefixesThatNobodyDeclaresAreNamed(String text) {
        assertThat(texts.refusal("<domain type='kvm'>\n" + text + "</domain>"))
                .hasMessageContaining("the prefix of 'p:")
                .hasMessageContaining("is declared nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "99999999999999999999", "-5", "1.5", "\"9\"", "true"})
    void numbersThatAreNoSizesAreRefused(String number) {
        InventoryException refusal =
                texts.refusal("{\"filename\": \"a\", \"format\": \"raw\",\n\"virtual-size\": " + number + "}");

        assertThat(refusal.rule()).isEqualTo(InventoryRule.DOCUMENT_FORM);
        assertThat(refusal.line()).hasValue(2);
    }

    @Test
    void numbersOfExtremeLengthAreRefused() {
        InventoryException refusal = texts.refusal(
                "{\"filename\": \"a\", \"format\": \"raw\", \"virtual-size\": " + "9".repeat(1 << 20) + "}");

        assertThat(refusal.rule()).isEqualTo(InventoryRule.DOCUMENT_FORM);
        assertThat(refusal).hasMessageContaining("a whole number below 2^63");
    }

    @Test
    void keysOfAnyLengthAreKeys() {
        String stack = STACK.replace("\"name\"", "\"" + "k".repeat(100_000) + "\": 1, \"name\"");

        assertThat(texts.refusal(stack).rule()).isEqualTo(InventoryRule.DOCUMENT_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[", "{\"a\": [1"})
    void whatDoesNotEndIsToldInWordsOfTheFile(String text) {
        assertThat(texts.refusal("\n" + text))
                .hasMessageContaining("begins in line 2")
                .hasMessageNotContaining("Source");
    }

    @Test
    void whatTheSystemRefusesIsToldOnceAndWithoutJava() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));

        assertThatThrownBy(() -> Inventory.read(link))
                .hasMessageContaining("symbolic link")
                .hasMessageNotContainingAny("java.", "Exception");
    }

    @Test
    void sizesAndNumbersOfValuesAreLimited() {
        InventoryOptions few =
                InventoryOptions.defaults().withLimits(ReadLimits.defaults().with(Limit.TEXT_VALUES, 5));
        InventoryOptions small =
                InventoryOptions.defaults().withLimits(ReadLimits.defaults().with(Limit.TEXT_BYTES, 20));

        for (String text : new String[] {LSCPU, DOMAIN.replace("<vcpu>", "<a/><b/><vcpu>"), RELEASE.repeat(3)}) {
            assertThat(refusal(few, text)).isEqualTo(InventoryRule.LIMIT_TEXT_VALUES);
            assertThat(refusal(small, text)).isEqualTo(InventoryRule.LIMIT_TEXT_BYTES);
        }
    }

    /** Tests run with a heap of 256 MiB. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{}",
                "[{\"a\":1}",
                "[[1,2]",
                "[1",
                "<a><b/>",
                "<a><b c='d'/>",
                "<a><b>c</b>",
                "ID=a\n",
                "x",
                "'x",
                "#x",
                "- ''\n",
                "\n",
                "\r"
            })
    void asMuchAsTheLimitsAllowFitsInMemory(String start) {
        String unit = start.substring(start.startsWith("<") ? 3 : start.startsWith("[") ? 1 : 0);
        String separated = start.startsWith("[") ? "," + unit : unit;
        int copies = (16 << 20) / separated.length() - start.length();
        InventoryRule rule = texts.refusal(start + separated.repeat(copies)).rule();

        assertThat(rule)
                .isIn(
                        InventoryRule.LIMIT_TEXT_VALUES,
                        InventoryRule.LIMIT_YAML_LINE,
                        InventoryRule.FILE_UNRECOGNISED,
                        InventoryRule.JSON_SYNTAX);
    }

    @Test
    void foldersAreWalkedWithinLimitsAndWithoutFollowingLinks() throws IOException {
        Path host = Files.createDirectories(folder.resolve("hosts/a"));
        Files.writeString(host.resolve("os-release"), RELEASE);
        Files.writeString(host.resolve("lscpu.json"), LSCPU);
        Path other = Files.createDirectories(folder.resolve("hosts/b"));
        Files.writeString(other.resolve("os-release"), RELEASE);
        Files.createSymbolicLink(other.resolve("circle"), folder.resolve("hosts"));

        Inventory inventory = Inventory.readEach(folder.resolve("hosts"));

        assertThat(inventory.machines()).hasSize(2);
        assertThat(inventory.files())
                .hasSize(4)
                .filteredOn(file -> !file.isRead())
                .singleElement()
                .satisfies(link -> assertThat(link.error().orElseThrow()).hasMessageContaining("a link to a folder"));
        ReadLimits two = ReadLimits.defaults().with(Limit.FILES, 2);
        assertThatThrownBy(
                        () -> Inventory.readEach(InventoryOptions.defaults().withLimits(two), folder.resolve("hosts")))
                .isInstanceOfSatisfying(
                        InventoryException.class,
                        error -> assertThat(error.rule()).isEqualTo(InventoryRule.LIMIT_FILES));
        ReadLimits flat = ReadLimits.defaults().with(Limit.FOLDER_DEPTH, 1);
        assertThatThrownBy(
                        () -> Inventory.readEach(InventoryOptions.defaults().withLimits(flat), folder.resolve("hosts")))
                .isInstanceOfSatisfying(
                        InventoryException.class,
                        error -> assertThat(error.rule()).isEqualTo(InventoryRule.LIMIT_FOLDER_DEPTH));
    }

    @Test
    void membersThatStacksDoNotHaveAreRefused() {
        InventoryException refusal = texts.refusal(STACK.replace("}", ",\n\"colour\": \"red\"}"));

        assertThat(refusal).hasMessageContaining("'colour'");
        assertThat(refusal.rule()).isEqualTo(InventoryRule.DOCUMENT_FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"runs\": [{\"kind\": \"application\", \"name\": \"a\"}]",
                "\"runs\": [{\"kind\": \"host-os\", \"name\": \"a\", \"copies\": 0}]",
                "\"runs\": [{\"kind\": \"host-os\", \"name\": \" \"}]",
                "\"runs\": [{\"kind\": \"host-os\", \"name\": \"a\", \"startup\": \"soon\"}]",
                "\"runs\": {}",
                "\"cores\": 0",
                "\"memoryBytes\": -1",
                "\"memoryBytes\": 1.5",
                "\"architecture\": \"z80\"",
                "\"storage\": [{\"kind\": \"ssd\"}]"
            })
    void stacksThatCannotBeAreRefusedWithTheirLine(String member) {
        InventoryException refusal = texts.refusal(STACK.replace("}", ",\n" + member + "}"));

        assertThat(refusal.line()).hasValue(5);
    }

    @Test
    void linesOfFleetsAreRefusedWithTheirNumber() {
        String line = STACK.replace("\n", "");
        Path file = texts.file("\uFEFF" + line + "\r\n\n" + line + "\n" + line.replace("1", "2") + "\n");

        try (var fleet = StackJson.readFleet(file)) {
            var machines = fleet.iterator();
            assertThat(machines.next().name()).isEqualTo("m");
            assertThat(machines.next().name()).isEqualTo("m");
            assertThatThrownBy(machines::next).isInstanceOfSatisfying(InventoryException.class, error -> {
                assertThat(error.line()).hasValue(4);
                assertThat(error).hasMessageContaining("version 2");
            });
        }
    }

    @Test
    void longLinesOfFleetsAreRefused() throws IOException {
        Path file = folder.resolve("long");
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        Files.write(file, blanks);
        InventoryOptions options =
                InventoryOptions.defaults().withLimits(ReadLimits.defaults().with(Limit.TEXT_BYTES, 1_000));

        try (var fleet = StackJson.readFleet(file, options)) {
            assertThatThrownBy(() -> fleet.iterator().next())
                    .isInstanceOfSatisfying(
                            InventoryException.class,
                            error -> assertThat(error.rule()).isEqualTo(InventoryRule.LIMIT_TEXT_BYTES));
        }
    }

    private InventoryRule refusal(InventoryOptions options, String text) {
        return Inventory.readEach(options, texts.file(text))
                .files()
                .get(0)
                .error()
                .orElseThrow()
                .rule();
    }
}
