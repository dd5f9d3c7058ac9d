package io.virtstack.engine.columns;

/**
 * What is stored. Its text is only made when somebody reads it.
 *
 * @param what what kind of thing it is
 * @param which what tells it from others of its kind
 */
record Item(String what, Object which) {
    static Item imageLayer(ChainLayer layer) {
        return new Item("image layer ", layer.key());
    }

    static Item blob(ChainLayer layer) {
        return new Item("compressed blob ", layer.blob());
    }

    static Item volume(String name) {
        return new Item("volume ", name);
    }

    @Override
    public String toString() {
        return what + which;
    }
}
