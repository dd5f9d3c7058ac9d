package io.virtstack.engine.catalogue;

/**
 * The images of rows, by their numbers: two bytes for each row unless there are too many images to tell them apart by these.
 * Immutable and safe for use by several threads.
 */
public abstract sealed class ImageColumn {
    /** The image without layers, which is also what a row has that has none. */
    public static final int NONE = 0;

    private static final int MOST_IN_TWO_BYTES = 1 << Character.SIZE;

    /**
     * {@return the images of rows}
     *
     * @param numbers one for each row; they are copied if they can be kept in fewer bytes
     * @param images how many images there are
     */
    public static ImageColumn of(int[] numbers, int images) {
        return images <= MOST_IN_TWO_BYTES ? new Narrow(numbers) : new Wide(numbers);
    }

    /**
     * {@return the image of a row}
     *
     * @param row a row
     */
    public abstract int get(int row);

    /** {@return the number of rows} */
    public abstract int size();

    private static final class Narrow extends ImageColumn {
        private final char[] numbers;

        Narrow(int[] images) {
            numbers = new char[images.length];
            for (int row = 0; row < images.length; row++) {
                numbers[row] = (char) images[row];
            }
        }

        @Override
        public int get(int row) {
            return numbers[row];
        }

        @Override
        public int size() {
            return numbers.length;
        }
    }

    private static final class Wide extends ImageColumn {
        private final int[] numbers;

        Wide(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public int get(int row) {
            return numbers[row];
        }

        @Override
        public int size() {
            return numbers.length;
        }
    }
}
