package io.virtstack.inventory.compose;

import io.virtstack.inventory.document.Node;

/**
 * A value of a compose file.
 *
 * @param at where it stands
 * @param text what it says, with the values of its variables
 */
record Stated(Node at, String text) {
    /** {@return the text, which must be no placeholder of a template other than Compose's own} */
    String rendered() {
        if (text.contains("{{")) {
            throw at.refuse("'" + text + "'", "state a value");
        }
        return text;
    }
}
