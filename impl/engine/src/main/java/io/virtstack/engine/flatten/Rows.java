package io.virtstack.engine.flatten;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Application;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerKind;
import io.virtstack.layer.LayerPath;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The layers of some machines as rows in preorder: what stands on a row are the rows from the next one up to {@link #end}.
 *
 * <p>A row is a layer in one place; its copies, and the copies of what it stands on, are its {@link #times}.
 */
public final class Rows {
    /** The parent of a machine. */
    public static final int NONE = -1;

    private final Layer[] layers;
    private final int[] parents;
    private final long[] times;
    private final boolean[] running;
    private final int[] ends;
    private final int[] scopes;
    private final int[] hosts;
    private final int[] applications;

    Rows(Layer[] layers, int[] parents, long[] times, boolean[] running) {
        this.layers = layers;
        this.parents = parents;
        this.times = times;
        this.running = running;
        this.ends = new int[layers.length];
        this.scopes = new int[layers.length];
        this.hosts = new int[layers.length];
        for (int row = 0; row < layers.length; row++) {
            int parent = parents[row];
            hosts[row] = parent == NONE ? row : hosts[parent];
            scopes[row] = parent == NONE || layers[row] instanceof GuestOS ? row : scopes[parent];
        }
        for (int row = layers.length - 1; row >= 0; row--) {
            ends[row] = Math.max(ends[row], row + 1);
            if (parents[row] != NONE) {
                ends[parents[row]] = Math.max(ends[parents[row]], ends[row]);
            }
        }
        this.applications = IntStream.range(0, layers.length)
                .filter(row -> layers[row] instanceof Application)
                .boxed()
                .sorted(Comparator.comparing(this::path))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** {@return the number of rows} */
    public int size() {
        return layers.length;
    }

    /**
     * {@return the layer}
     *
     * @param row a row
     */
    public Layer layer(int row) {
        return layers[row];
    }

    /**
     * {@return the kind of the layer}
     *
     * @param row a row
     */
    public LayerKind kind(int row) {
        return layers[row].kind();
    }

    /**
     * {@return the row it stands on, or {@link #NONE}}
     *
     * @param row a row
     */
    public int parent(int row) {
        return parents[row];
    }

    /**
     * {@return the row after the last one that stands on it}
     *
     * @param row a row
     */
    public int end(int row) {
        return ends[row];
    }

    /**
     * {@return the number of its copies in all}
     *
     * @param row a row
     */
    public long times(int row) {
        return times[row];
    }

    /**
     * {@return the number of its copies on one copy of a row below}
     *
     * @param row a row
     * @param below a row it stands on, or itself
     */
    public long timesOn(int row, int below) {
        return times[row] / times[below];
    }

    /**
     * {@return whether it and all it stands on run}
     *
     * @param row a row
     */
    public boolean running(int row) {
        return running[row];
    }

    /**
     * {@return the machine whose disk it lies on, virtual or not; a guest lies on the disk of its own machine}
     *
     * @param row a row
     */
    public int scope(int row) {
        return scopes[row];
    }

    /**
     * {@return whether it is, or is in, a virtual machine}
     *
     * @param row a row
     */
    public boolean virtual(int row) {
        return scopes[row] != hosts[row];
    }

    /**
     * {@return the hardware it stands on}
     *
     * @param row a row
     */
    public int host(int row) {
        return hosts[row];
    }

    /**
     * {@return whether it is a container}
     *
     * @param row a row
     */
    public boolean container(int row) {
        return layers[row] instanceof Application && kind(parents[parents[row]]) == LayerKind.DOCKER_DAEMON;
    }

    /** {@return the rows of applications in the order of their paths} */
    public IntStream applications() {
        return Arrays.stream(applications);
    }

    /**
     * {@return where it stands}
     *
     * @param row a row
     */
    public LayerPath path(int row) {
        int depth = 0;
        for (int at = row; at != NONE; at = parents[at]) {
            depth++;
        }
        String[] names = new String[depth];
        for (int at = row; at != NONE; at = parents[at]) {
            depth--;
            names[depth] = layers[at].name();
        }
        return new LayerPath(ImmutableList.copyOf(names));
    }
}
