package io.virtstack.inventory.tar;

import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits;
import io.virtstack.inventory.source.Reading;
import io.virtstack.inventory.tar.TarEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class TarReaderTest {
    private static final String LONG = "d/".repeat(100) + "name";

    @Test
    void readsLongNamesOfEveryDialect() throws IOException {
        for (int mode : new int[] {TarArchiveOutputStream.LONGFILE_POSIX, TarArchiveOutputStream.LONGFILE_GNU}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
                tar.setLongFileMode(mode);
                TarArchiveEntry file = new TarArchiveEntry(LONG);
                file.setSize(3);
                tar.putArchiveEntry(file);
                tar.write(new byte[3]);
                tar.closeArchiveEntry();
                TarArchiveEntry link = new TarArchiveEntry("link", (byte) '2');
                link.setLinkName(LONG);
                tar.putArchiveEntry(link);
                tar.closeArchiveEntry();
            }
            List<TarEntry> entries = entries(bytes.toByteArray());
            assertThat(entries).extracting(TarEntry::name).containsExactly(LONG, "link");
            assertThat(entries.get(0).size()).isEqualTo(3);
            assertThat(entries.get(1).link()).isEqualTo(LONG);
        }
    }

    @Test
    void joinsThePrefixOfUstar() {
        byte[] header = TarBytes.header("name", '0', 0);
        TarBytes.put(header, 345, "some/folder");
        assertThat(entries(TarBytes.signed(header))).extracting(TarEntry::name).containsExactly("some/folder/name");
    }

    @Test
    void ignoresThePrefixOfGnu() {
        byte[] header = TarBytes.header("name", '0', 0);
        TarBytes.put(header, 257, "ustar  \0");
        TarBytes.put(header, 345, "123456");
        assertThat(entries(TarBytes.signed(header))).extracting(TarEntry::name).containsExactly("name");
    }

    @Test
    void readsTheSizeOfFilesWithHoles() {
        byte[] header = TarBytes.header("sparse", 'S', 512);
        TarBytes.put(header, 483, "00000400000");
        header[482] = 1;
        byte[] map = new byte[512];
        byte[] tar = concat(TarBytes.signed(header), map, new byte[512], TarBytes.header("next", '0', 0));
        List<TarEntry> entries = entries(tar);
        assertThat(entries).extracting(TarEntry::size).containsExactly(0400000L, 0L);
        byte[] pax = pax("GNU.sparse.realsize", "77", "GNU.sparse.name", "real", "path", "fake");
        assertThat(entries(concat(pax, TarBytes.header("x", '0', 0))))
                .containsExactly(new TarEntry("real", Kind.FILE, 77, 0, "", 1536));
    }

    @Test
    void takesNoDataFromEntriesThatHaveNone() {
        for (char type : "123456".toCharArray()) {
            byte[] tar = concat(TarBytes.header("a", type, 4_096), TarBytes.header("b", '0', 0));
            assertThat(entries(tar)).extracting(TarEntry::name).containsExactly("a", "b");
        }
    }

    @Test
    void takesOldDirectoriesForDirectories() {
        assertThat(entries(TarBytes.header("a/", '\0', 0)).get(0).kind()).isEqualTo(Kind.OTHER);
        assertThat(entries(TarBytes.header("a", '\0', 0)).get(0).kind()).isEqualTo(Kind.FILE);
    }

    @Test
    void readsSizesThatPaxStates() {
        byte[] tar = concat(pax("size", "512"), TarBytes.header("a", '0', 0), new byte[512]);
        assertThat(entries(tar)).extracting(TarEntry::size).containsExactly(512L);
    }

    @Test
    void refusesSizesThatAreNone() {
        byte[] octal = TarBytes.header("a", '0', 0);
        TarBytes.put(octal, 124, "9999");
        byte[] binary = TarBytes.header("a", '0', 0);
        for (int i = 124; i < 136; i++) {
            binary[i] = (byte) 0xFF;
        }
        for (byte[] tar : List.of(
                TarBytes.signed(octal),
                TarBytes.signed(binary),
                concat(pax("size", "-1"), TarBytes.header("a", '0', 0)),
                concat(pax("size", "9223372036854775808"), TarBytes.header("a", '0', 0)),
                concat(pax("GNU.sparse.realsize", "x"), TarBytes.header("a", '0', 0)))) {
            assertThat(refusal(tar).rule()).isEqualTo(InventoryRule.TAR_HEADER);
        }
    }

    @Test
    void refusesMalformedExtendedHeaders() {
        for (String records :
                List.of("9 a=b\n", "x a=b\n", "6 a=b ", "5 ab\n", "0 a=b\n", "99999999999999999999 a=b\n")) {
            byte[] body = Arrays.copyOf(records.getBytes(StandardCharsets.UTF_8), 512);
            byte[] tar = concat(TarBytes.header("x", 'x', records.length()), body, TarBytes.header("a", '0', 0));
            assertThat(refusal(tar).rule()).as(records).isEqualTo(InventoryRule.TAR_HEADER);
        }
    }

    @Test
    void refusesZerosBetweenEntries() {
        byte[] tar = concat(new byte[512], TarBytes.header("a", '0', 0));
        assertThat(refusal(tar).rule()).isEqualTo(InventoryRule.TAR_HEADER);
    }

    @Test
    void refusesHugeSizesWithoutOverflow() {
        byte[] header = TarBytes.header("a", '0', 0);
        TarBytes.binarySize(header, Long.MAX_VALUE);
        byte[] tar = concat(TarBytes.signed(header), new byte[512]);
        assertThat(refusal(tar).rule()).isEqualTo(InventoryRule.ARCHIVE_TRUNCATED);
    }

    @Test
    void readsEmptyTars() {
        assertThat(entries(new byte[1024])).isEmpty();
        assertThat(entries(new byte[0])).isEmpty();
        assertThat(entries(new byte[512])).isEmpty();
    }

    private static byte[] pax(String... keysAndValues) {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String record = " " + keysAndValues[i] + "=" + keysAndValues[i + 1] + "\n";
            int length = record.length() + 1;
            while (record.length() + String.valueOf(length).length() > length) {
                length++;
            }
            records.append(length).append(record);
        }
        byte[] body = Arrays.copyOf(records.toString().getBytes(StandardCharsets.UTF_8), 512);
        return concat(TarBytes.header("pax", 'x', records.length()), body);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static InventoryException refusal(byte[] tar) {
        Throwable thrown = catchThrowable(() -> entries(tar));
        assertThat(thrown).isInstanceOf(InventoryException.class);
        return (InventoryException) thrown;
    }

    private static List<TarEntry> entries(byte[] bytes) {
        Reading reading = new Reading(Path.of("x"), ReadLimits.defaults());
        TarReader tar = new TarReader(new ByteArrayInputStream(bytes), "x", reading);
        List<TarEntry> entries = new ArrayList<>();
        try {
            for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
                entries.add(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
