package io.virtstack.diagram.layout;

/**
 * A rectangle on a plane whose y grows downwards.
 *
 * @param x its left edge
 * @param y its upper edge
 * @param width from edge to edge
 * @param height from edge to edge
 */
public record Area(int x, int y, int width, int height) {
    /** {@return its right edge} */
    public int right() {
        return x + width;
    }

    /** {@return its lower edge} */
    public int bottom() {
        return y + height;
    }

    /** {@return the same elsewhere} */
    public Area moved(int right, int down) {
        return new Area(x + right, y + down, width, height);
    }

    /** {@return whether both have some room in common; touching is not overlapping} */
    public boolean overlaps(Area other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** {@return whether all of {@code other} is in it} */
    public boolean contains(Area other) {
        return x <= other.x && other.right() <= right() && y <= other.y && other.bottom() <= bottom();
    }
}
