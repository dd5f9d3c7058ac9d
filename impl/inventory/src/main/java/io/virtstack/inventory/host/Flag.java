package io.virtstack.inventory.host;

import com.google.common.base.Ascii;
import io.virtstack.inventory.document.Node;

/** Truth values as versions of util-linux write them: true, 1, "1", "yes". */
final class Flag {
    private Flag() {}

    static boolean isSet(Node value) {
        String written = Ascii.toLowerCase(value.text().strip());
        return written.equals("true") || written.equals("1") || written.equals("yes");
    }
}
