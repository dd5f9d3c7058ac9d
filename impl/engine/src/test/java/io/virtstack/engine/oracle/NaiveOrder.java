package io.virtstack.engine.oracle;

import com.google.common.collect.Comparators;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.DataSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** S10: who is first where an equal split leaves units over. A chain is spelled so that the order of its words is its order. */
final class NaiveOrder {
    static final Comparator<Place> OF_APPLICATIONS = Comparator.comparing(NaiveOrder::floor)
            .thenComparing(NaiveOrder::chain, Comparators.lexicographical(Comparator.<String>naturalOrder()))
            .thenComparing(Place::path);

    private static final String CONTENT = "1";
    private static final String ONE_SIZE = "2";

    private NaiveOrder() {}

    private static LayerPath floor(Place application) {
        List<String> names = application.path().names();
        return LayerPath.of(names.subList(0, names.size() - 2).toArray(String[]::new));
    }

    private static List<String> chain(Place application) {
        List<String> words = new ArrayList<>();
        if (application.below(2) instanceof DockerDaemon) {
            Binaries binaries = (Binaries) application.below(1);
            if (binaries.image().isPresent()) {
                for (ImageLayer layer : binaries.image().get().layers()) {
                    words.addAll(List.of(CONTENT, layer.diffId().value()));
                }
            } else {
                words.addAll(oneSize(binaries.name(), binaries.version(), "below", binaries.disk()));
            }
            Application top = (Application) application.layer();
            if (!top.disk().equals(Optional.of(DataSize.ZERO))) {
                words.addAll(oneSize(top.name(), top.version(), "on top", top.disk()));
            }
        }
        return words;
    }

    private static List<String> oneSize(String name, Optional<String> version, String kind, Optional<DataSize> size) {
        return List.of(
                ONE_SIZE,
                name,
                version.map(known -> "known " + known).orElse(""),
                kind,
                size.map(known -> String.format("%019d", known.bytes())).orElse(""));
    }
}
