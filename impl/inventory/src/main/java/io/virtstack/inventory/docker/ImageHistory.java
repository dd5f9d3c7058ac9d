package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps that an image was made in, lowest first, with what each added. Immutable and safe for use by several threads.
 *
 * <p>An engine lists every step, also those that made no layer, and does not say which those are: a step of 0 B may have made
 * an empty layer or none.
 */
public final class ImageHistory {
    private final ImmutableList<Long> sizes;

    private ImageHistory(ImmutableList<Long> sizes) {
        this.sizes = sizes;
    }

    /**
     * {@return the history of an image}
     *
     * @param source what {@code GET /images/{id}/history} answers
     * @throws InventoryException if it is malformed
     */
    public static ImageHistory of(Source source) {
        ImmutableList.Builder<Long> sizes = ImmutableList.builder();
        for (Node list : TextDocuments.of(source)) {
            for (Node step : list.elements()) {
                sizes.add(step.get("Size").wholeNumber(0, Long.MAX_VALUE));
            }
        }
        return new ImageHistory(sizes.build().reverse());
    }

    /**
     * {@return what each layer takes, lowest first; empty if the history allows for several answers, or for none}
     *
     * <p>Steps of more than 0 B made a layer. The rest of the layers are empty ones; where these stand is certain if all steps
     * of 0 B made one, or if all of those stand between the same two others.
     *
     * @param layers how many layers the image has
     */
    public Optional<ImmutableList<Long>> layerSizes(int layers) {
        long filled = sizes.stream().filter(size -> size > 0).count();
        long empty = layers - filled;
        long zeros = sizes.size() - filled;
        if (empty < 0 || empty > zeros) {
            return Optional.empty();
        }
        if (empty == zeros) {
            return Optional.of(sizes);
        }
        if (empty == 0) {
            return Optional.of(sizes.stream().filter(size -> size > 0).collect(ImmutableList.toImmutableList()));
        }
        int first = sizes.indexOf(0L);
        boolean together = sizes.lastIndexOf(0L) - first + 1 == zeros;
        return together ? Optional.of(without(first, (int) (zeros - empty))) : Optional.empty();
    }

    /**
     * {@return what each layer takes, lowest first, as the configuration of the image says which steps made one; empty if the
     * two do not belong together}
     *
     * @param configuration the image's configuration
     * @param layers how many layers the image has
     * @throws InventoryException if it is malformed
     */
    public Optional<ImmutableList<Long>> layerSizes(Source configuration, int layers) {
        List<Long> made = new ArrayList<>();
        int step = 0;
        for (Node document : TextDocuments.of(configuration)) {
            for (Node stated : document.list("history")) {
                boolean empty = stated.find("empty_layer").map(Node::flag).orElse(false);
                if (step < sizes.size() && !empty) {
                    made.add(sizes.get(step));
                }
                step++;
            }
        }
        return step == sizes.size() && made.size() == layers
                ? Optional.of(ImmutableList.copyOf(made))
                : Optional.empty();
    }

    private ImmutableList<Long> without(int first, int count) {
        return ImmutableList.<Long>builder()
                .addAll(sizes.subList(0, first))
                .addAll(sizes.subList(first + count, sizes.size()))
                .build();
    }
}
