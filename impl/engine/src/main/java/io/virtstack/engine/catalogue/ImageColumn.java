package io.virtstack.engine.catalogue;

/**
 * The images of rows, by their numbers: two bytes for each row unless there are too many images to tell them apart by these.
 * Immutable and safe for use by several threads.
 */
public abstract sealed class ImageColumn {
    /** In the place of an image where a row has none. */
    public static final int NONE = -1;

    /**
     * {@return the images of rows}
     *
     * @param numbers one for each row, or {@link #NONE}; they are copied if they can be kept in fewer bytes
     * @param images how many images there are
     */
    public static ImageColumn of(int[] numbers, int images) {
        return images <= Character.MAX_VALUE ? new Narrow(numbers) : new Wide(numbers);
    }

    /**
     * {@return the image of a row, or {@link #NONE}}
     *
     * @param row a row
     */
    public abstract int get(int row);

    /** {@return the number of rows} */
    public abstract int size();

    /** Each number is one more than the image's, so that zero is none. */
    private static final class Narrow extends ImageColumn {
        private final char[] numbers;

        Narrow(int[] images) {
            numbers = new char[images.length];
            for (int row = 0; row < images.length; row++) {
                numbers[row] = (char) (images[row] + 1);
            }
        }

        @Override
        public int get(int row) {
            return numbers[row] - 1;
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
