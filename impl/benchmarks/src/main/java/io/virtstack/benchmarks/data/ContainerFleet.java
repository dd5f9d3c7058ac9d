package io.virtstack.benchmarks.data;

/**
 * Containers on hosts, made host by host, each the same whenever it is made. Immutable and safe for use by several threads.
 */
public final class ContainerFleet {
    private static final int REGULAR_IMAGES = 5_000;
    private static final int DEEP_IMAGES = 200_000;
    private static final int DEEP_LENGTH = 23;
    private static final int CONTAINERS_OF_A_HOST = 30;
    private static final long SEED = 20_240_229;
    private static final long OWN_BYTES = 1L << 31;

    private final long containers;
    private final ImageForest images;
    private final Choice choice;
    private final Style style;
    private final int containersOfAHost;
    private final Shapes shapes = new Shapes(SEED + 1);

    private ContainerFleet(long containers, ImageForest images, Choice choice, Style style, int containersOfAHost) {
        this.containers = containers;
        this.images = images;
        this.choice = choice;
        this.style = style;
        this.containersOfAHost = containersOfAHost;
    }

    private static ContainerFleet of(long containers, ImageForest images, Popularity popularity, Style style) {
        Choice choice = new Choice(images.images(), popularity, SEED + 2);
        return new ContainerFleet(containers, images, choice, style, CONTAINERS_OF_A_HOST);
    }

    /** As many containers on hosts with so many each. */
    public ContainerFleet onHostsOf(int count) {
        return new ContainerFleet(containers, images, choice, style, count);
    }

    /** Of 5,000 images on bases and runtimes. */
    public static ContainerFleet regular(long containers, Popularity popularity, Style style) {
        return of(containers, ImageForest.regular(REGULAR_IMAGES, SEED), popularity, style);
    }

    /** Of 200,000 images that are chains of 23 layers, or of fewer images when there are few containers. */
    public static ContainerFleet deep(long containers) {
        int count = (int) Math.max(100, Math.min(DEEP_IMAGES, containers / 5));
        ImageForest forest = ImageForest.deep(count, DEEP_LENGTH, SEED);
        return of(containers, forest, Popularity.UNIFORM, Style.TEMPLATES);
    }

    /** {@return how many containers there are on all hosts} */
    public long containers() {
        return containers;
    }

    /** {@return how many hosts there are; the last may have fewer containers than the others} */
    public int hosts() {
        return Math.toIntExact((containers + containersOfAHost - 1) / containersOfAHost);
    }

    /** {@return all images} */
    public ImageForest images() {
        return images;
    }

    /** {@return room for the containers of a host} */
    HostRows rows() {
        return new HostRows(containersOfAHost);
    }

    /** The number of the first container of a host. */
    long first(int host) {
        return (long) host * containersOfAHost;
    }

    /** Makes the containers of a host. */
    void read(int host, HostRows rows) {
        Seed random = Seed.of(SEED, host);
        rows.size = (int) Math.min(containersOfAHost, containers - first(host));
        for (int row = 0; row < rows.size; row++) {
            rows.image[row] = choice.next(random);
            shapes.put(rows, row, random);
            if (style == Style.DISTINCT) {
                rows.memoryLimit[row] = OWN_BYTES + random.between(0, OWN_BYTES);
                rows.cpuLimit[row] = random.between(2_000, 34_000);
                rows.writable[row] = random.between(0, OWN_BYTES);
            }
        }
    }
}
