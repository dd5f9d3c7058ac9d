package io.virtstack.inventory.container;

/**
 * The name of an image, in the shortest of the spellings that mean the same: {@code nginx:latest} for {@code nginx} and for
 * {@code docker.io/library/nginx:latest}, so that two files that name one image in two ways mean one image.
 *
 * @param name the short spelling
 */
public record ImageReference(String name) {
    private static final String HUB = "docker.io/";
    private static final String OLD_HUB = "index.docker.io/";
    private static final String OFFICIAL = "library/";
    private static final String LATEST = ":latest";

    /**
     * {@return the image that is called this}
     *
     * @param written the name as it is written, with or without registry, tag and digest
     */
    public static ImageReference of(String written) {
        String name = written.strip();
        if (name.startsWith(OLD_HUB) || name.startsWith(HUB)) {
            name = name.substring(name.indexOf('/') + 1);
        }
        if (name.startsWith(OFFICIAL)) {
            name = name.substring(OFFICIAL.length());
        }
        return new ImageReference(isBare(name) ? name + LATEST : name);
    }

    private static boolean isBare(String name) {
        return !name.isEmpty() && name.indexOf('@') < 0 && name.lastIndexOf(':') <= name.lastIndexOf('/');
    }

    /** {@return the short spelling} */
    @Override
    public String toString() {
        return name;
    }
}
