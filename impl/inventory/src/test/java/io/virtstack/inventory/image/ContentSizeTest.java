package io.virtstack.inventory.image;

import io.virtstack.inventory.tar.TarEntry;
import io.virtstack.inventory.tar.TarEntry.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContentSizeTest {
    private final ContentSize content = new ContentSize();

    @Test
    void countsAFileOfSeveralNamesOnceForAsLongAsOneIsLeft() {
        add("a", Kind.FILE, 10, "");
        add("b", Kind.HARD_LINK, 0, "a");
        assertThat(content.bytes()).isEqualTo(10);
        add("a", Kind.FILE, 5, "");
        assertThat(content.bytes()).isEqualTo(15);
        add("b", Kind.OTHER, 0, "");
        assertThat(content.bytes()).isEqualTo(5);
    }

    @Test
    void takesTheLastEntryOfAPathInAnySpelling() {
        add("dir/a", Kind.FILE, 10, "");
        add("./dir//a", Kind.FILE, 20, "");
        add("/dir/x/../a", Kind.FILE, 30, "");
        add("../dir/a", Kind.FILE, 40, "");
        assertThat(content.bytes()).isEqualTo(40);
    }

    @Test
    void countsSymbolicLinksByTheirTargetAndWhiteoutsNot() {
        add("link", Kind.SYMBOLIC_LINK, 0, "target");
        add("dir/.wh.gone", Kind.FILE, 3, "");
        add(".wh..wh..opq", Kind.FILE, 3, "");
        add("dangling", Kind.HARD_LINK, 0, "in/a/lower/layer");
        assertThat(content.bytes()).isEqualTo(6);
    }

    @Test
    void neverWraps() {
        add("a", Kind.FILE, Long.MAX_VALUE, "");
        add("b", Kind.FILE, 1, "");
        assertThatThrownBy(content::bytes).isInstanceOf(ArithmeticException.class);
    }

    private void add(String path, Kind kind, long size, String link) {
        content.add(new TarEntry(path, kind, size, 0, link, 0));
    }
}
