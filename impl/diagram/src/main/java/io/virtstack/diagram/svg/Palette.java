package io.virtstack.diagram.svg;

import io.virtstack.diagram.block.BlockKind;

/** The colours of pictures on light and on dark ground. Texts have a contrast of at least 7 to 1 to what they stand on. */
public enum Palette {
    /** On light ground. */
    LIGHT("#ffffff", "#1b1f24", "#57606a") {
        @Override
        public String fill(BlockKind kind) {
            return switch (kind) {
                case HARDWARE -> "#d0d7de";
                case HOST_OS -> "#c2dcfb";
                case HYPERVISOR -> "#f6d9a5";
                case DOCKER_DAEMON -> "#a9dde2";
                case GUEST_OS -> "#dccdf5";
                case BINARIES -> "#cfebc3";
                case IMAGE_LAYERS -> "#b3d9a4";
                case APPLICATION -> "#ffd5cc";
                case BEYOND_LAYERS -> "#e6e0d4";
                case MORE -> "#f0f2f4";
                case UNKNOWN -> "#f3f3f3";
                case BEFORE -> "#c3c9d1";
                case AFTER -> "#7fc3f5";
                case UNDER_QUARTER -> "#e3eef8";
                case UNDER_HALF -> "#9ccbee";
                case UNDER_THREE_QUARTERS -> "#f5e08c";
                case UP_TO_FULL -> "#f2a65a";
                case OVER_FULL -> "#dd9be0";
            };
        }
    },
    /** On dark ground. */
    DARK("#0d1117", "#f0f3f6", "#9198a1") {
        @Override
        public String fill(BlockKind kind) {
            return switch (kind) {
                case HARDWARE -> "#3a424b";
                case HOST_OS -> "#1d3f66";
                case HYPERVISOR -> "#5c4012";
                case DOCKER_DAEMON -> "#0f4d54";
                case GUEST_OS -> "#45316f";
                case BINARIES -> "#29502a";
                case IMAGE_LAYERS -> "#1f3f20";
                case APPLICATION -> "#6b2d26";
                case BEYOND_LAYERS -> "#4a4334";
                case MORE -> "#262c33";
                case UNKNOWN -> "#2b2b2b";
                case BEFORE -> "#4b525b";
                case AFTER -> "#0a4f86";
                case UNDER_QUARTER -> "#14222f";
                case UNDER_HALF -> "#124a72";
                case UNDER_THREE_QUARTERS -> "#574a00";
                case UP_TO_FULL -> "#843a00";
                case OVER_FULL -> "#6f1f74";
            };
        }
    };

    private final String ground;
    private final String text;
    private final String line;

    Palette(String ground, String text, String line) {
        this.ground = ground;
        this.text = text;
        this.line = line;
    }

    /** {@return the colour of a kind of block} */
    public abstract String fill(BlockKind kind);

    /** {@return the colour behind everything} */
    public String ground() {
        return ground;
    }

    /** {@return the colour of texts} */
    public String text() {
        return text;
    }

    /** {@return the colour of edges} */
    public String line() {
        return line;
    }
}
