package io.virtstack.diagram.picture;

import io.virtstack.diagram.block.BlockKind;

/** Shares of what may be used, in thousandths, rounded down; what is beyond all of it is one more. */
enum Band {
    UNDER_QUARTER(BlockKind.UNDER_QUARTER, 250),
    UNDER_HALF(BlockKind.UNDER_HALF, 500),
    UNDER_THREE_QUARTERS(BlockKind.UNDER_THREE_QUARTERS, 750),
    UP_TO_FULL(BlockKind.UP_TO_FULL, Band.FULL + 1),
    OVER_FULL(BlockKind.OVER_FULL, Band.OVER + 1);

    /** All that may be used. */
    static final int FULL = 1000;

    /** More than that. */
    static final int OVER = FULL + 1;

    private final BlockKind kind;
    private final int end;

    Band(BlockKind kind, int end) {
        this.kind = kind;
        this.end = end;
    }

    static Band of(int thousandths) {
        for (Band band : values()) {
            if (thousandths < band.end) {
                return band;
            }
        }
        return OVER_FULL;
    }

    BlockKind kind() {
        return kind;
    }
}
