package io.virtstack.engine.fleet;

import io.virtstack.engine.catalogue.Catalogue;
import io.virtstack.engine.catalogue.ImageColumn;
import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.LongColumn;
import io.virtstack.engine.table.Table;

/**
 * The rows of some machines. In each table the rows of one machine are side by side, and so are the applications on one
 * layer, in the order of their images. Immutable and safe for use by several threads.
 */
final class Block {
    private final Table[] tables;
    private final Starts[] starts;
    private final ImageColumn images;
    private final Names names;
    private final LongColumn copies;

    /**
     * Creates the block.
     *
     * @param tables one for each part
     * @param starts one for each part
     * @param images one for each application
     * @param names of all rows
     */
    Block(Table[] tables, Starts[] starts, ImageColumn images, Names names) {
        this(tables, starts, images, names, tables[Part.HARDWARE.index()].column(Field.COPIES));
    }

    private Block(Table[] tables, Starts[] starts, ImageColumn images, Names names, LongColumn copies) {
        this.tables = tables;
        this.starts = starts;
        this.images = images;
        this.names = names;
        this.copies = copies;
    }

    int hosts() {
        return table(Part.HARDWARE).size();
    }

    Table table(Part part) {
        return tables[part.index()];
    }

    int start(Part part, int host) {
        return starts[part.index()].of(host);
    }

    long copies(int host) {
        return copies.get(host);
    }

    /** {@return the same block with one machine of each} */
    Block withoutCopies() {
        return copiesAreAlwaysOne() ? this : new Block(tables, starts, images, names, LongColumn.always(1));
    }

    boolean copiesAreAlwaysOne() {
        return copies.isAlways(1);
    }

    /** The numbers of the images of applications, those of one daemon in order. */
    ImageColumn images() {
        return images;
    }

    /** Whether an application stands on a row, rather than an image that none uses. */
    boolean isUsed(int application) {
        return table(Part.APPLICATION).column(Field.ONE).get(application) != 0;
    }

    Names names() {
        return names;
    }

    /** The same block with numbers instead of nodes for images, and applications in the order of these. */
    Block with(Catalogue catalogue) {
        int[] order = new RowOrder(this, catalogue).rows();
        int[] numbers = new int[images.size()];
        boolean moved = false;
        for (int row = 0; row < order.length; row++) {
            numbers[row] = catalogue.image(images.get(order[row]));
            moved |= order[row] != row;
        }
        ImageColumn numbered = ImageColumn.of(numbers, catalogue.size());
        if (!moved) {
            return new Block(tables, starts, numbered, names);
        }
        Table[] reordered = tables.clone();
        reordered[Part.APPLICATION.index()] = table(Part.APPLICATION).inOrder(order);
        return new Block(reordered, starts, numbered, names.inOrder(order));
    }
}
