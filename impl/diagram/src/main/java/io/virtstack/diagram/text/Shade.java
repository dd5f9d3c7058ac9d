package io.virtstack.diagram.text;

import io.virtstack.diagram.block.BlockKind;
import java.util.Optional;

/**
 * What fills a block that has no edges, in place of a colour.
 *
 * @param block a character
 * @param ascii one for terminals that have no others
 */
record Shade(String block, String ascii) {
    private static final Shade EMPTY = new Shade(" ", " ");

    /** {@return how a kind is filled; empty for blocks that are drawn by their edges} */
    static Optional<Shade> of(BlockKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case BEFORE -> new Shade("░", ":");
                    case AFTER -> new Shade("█", "#");
                    case UNDER_QUARTER -> EMPTY;
                    case UNDER_HALF -> new Shade("░", ".");
                    case UNDER_THREE_QUARTERS -> new Shade("▒", ":");
                    case UP_TO_FULL -> new Shade("▓", "=");
                    case OVER_FULL -> new Shade("█", "#");
                    default -> null;
                });
    }
}
