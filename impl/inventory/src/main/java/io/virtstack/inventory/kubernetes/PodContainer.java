package io.virtstack.inventory.kubernetes;

import io.virtstack.inventory.container.ImageReference;
import io.virtstack.inventory.document.Node;

/**
 * A container of a pod.
 *
 * @param name what it is called in the pod
 * @param image what it runs
 * @param role when it runs
 * @param requests what the scheduler sets aside for it: as stated, else its limits, as Kubernetes does
 * @param limits the most it may take
 */
record PodContainer(String name, ImageReference image, Role role, Resources requests, Resources limits) {
    /** When a container of a pod runs. */
    enum Role {
        /** It ends before the next one starts. */
        INIT,
        /** It starts like an init container, and stays as long as the pod does. */
        SIDECAR,
        /** It runs as long as the pod does. */
        REGULAR
    }

    static PodContainer regular(Node node) {
        return of(node, Role.REGULAR);
    }

    static PodContainer init(Node node) {
        boolean stays = node.findText("restartPolicy").filter("Always"::equals).isPresent();
        return of(node, stays ? Role.SIDECAR : Role.INIT);
    }

    boolean stays() {
        return role != Role.INIT;
    }

    private static PodContainer of(Node node, Role role) {
        Resources limits = Resources.of(node.path("resources", "limits"));
        Resources requests = Resources.of(node.path("resources", "requests")).or(limits);
        return new PodContainer(rendered(node.get("name")), image(node), role, requests, limits);
    }

    private static ImageReference image(Node node) {
        return node.find("image")
                .filter(image -> !image.text().isBlank())
                .map(PodContainer::rendered)
                .map(ImageReference::of)
                .orElseGet(() -> {
                    node.note("a container without an image: something else is to fill it in");
                    return new ImageReference("image-of-" + node.get("name").text());
                });
    }

    /** {@return the text, which is no template's placeholder} */
    static String rendered(Node node) {
        String text = node.rendered();
        return text.isBlank() ? "unnamed" : text;
    }
}
