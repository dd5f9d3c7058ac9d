package io.virtstack.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.virtstack.engine.oracle.NaiveShares;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.ImageUsage;
import io.virtstack.generators.StackDomain;
import io.virtstack.image.ChainId;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.quantity.DataSize;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;

import static org.assertj.core.api.Assertions.assertThat;

/** L4, L11: what images share in a store, from their ChainIDs alone. */
class SharingProperties {
    private static final int CONTENTS = 4;

    private final ColumnarEngine engine = new ColumnarEngine();

    /** Chains over few contents, so that bases are shared and layers occur twice and over other parents. */
    @Provide
    Arbitrary<List<List<Integer>>> chains() {
        return Arbitraries.integers()
                .between(0, CONTENTS - 1)
                .list()
                .ofMaxSize(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property
    void l4SharedBytesObeyInclusionAndExclusion(@ForAll("chains") List<List<Integer>> chains) {
        Image a = image(chains.get(0));
        Image b = image(chains.get(chains.size() - 1));
        long shared = bytes(Sets.intersection(Set.copyOf(a.chainIds()), Set.copyOf(b.chainIds())), sizes(chains));

        assertThat(disk(List.of(a, b)) + shared).isEqualTo(disk(List.of(a)) + disk(List.of(b)));
    }

    @Property
    void aStoreHoldsEachChainIdOnce(@ForAll("chains") List<List<Integer>> chains) {
        List<Image> images = chains.stream().map(SharingProperties::image).toList();
        Set<ChainId> distinct = new LinkedHashSet<>();
        images.forEach(image -> distinct.addAll(image.chainIds()));

        assertThat(disk(images)).isEqualTo(bytes(distinct, sizes(chains)));
    }

    @Property
    void anImageSharesTheChainIdsThatAnotherImageHas(@ForAll("chains") List<List<Integer>> chains) {
        Set<List<Integer>> distinct = new LinkedHashSet<>(chains);
        List<ImageUsage> usages = engine.aggregate(
                        host(distinct.stream().map(SharingProperties::image).toList()))
                .images();

        assertThat(usages).hasSameSizeAs(distinct);
        for (List<Integer> chain : distinct) {
            Set<ChainId> others = new LinkedHashSet<>();
            distinct.stream()
                    .filter(other -> !other.equals(chain))
                    .forEach(other -> others.addAll(image(other).chainIds()));
            long size = bytes(Set.copyOf(image(chain).chainIds()), sizes(chains));
            long shared = bytes(Sets.intersection(Set.copyOf(image(chain).chainIds()), others), sizes(chains));
            ImageUsage usage = usages.stream()
                    .filter(one -> one.name().equals(name(chain)))
                    .findFirst()
                    .orElseThrow();
            assertThat(usage.layers()).isEqualTo(chain.size());
            assertThat(usage.size().amount()).isEqualTo(size);
            assertThat(usage.shared()).contains(DataSize.ofBytes(shared));
            assertThat(usage.unique()).contains(DataSize.ofBytes(size - shared));
        }
    }

    @Property
    @Domain(StackDomain.ContainersOnHost.class)
    void l11DiskEqualsLogicalDiskExactlyWhenNothingIsUsedTwice(@ForAll Hardware stack) {
        Assume.that(NaiveShares.copies(stack) <= 2_000);
        Footprint footprint = engine.footprint(stack);
        assertThat(footprint.disk().amount() == footprint.logicalDisk().amount())
                .isEqualTo(!NaiveShares.usesAnItemTwice(stack));
    }

    private static Hardware host(List<Image> images) {
        DockerDaemon.Builder daemon = DockerDaemon.builder("docker").disk(DataSize.ZERO);
        for (Image image : images) {
            Application idle = Application.builder("idle").disk(DataSize.ZERO).build();
            daemon.runs(Binaries.builder(image.tags().get(0))
                    .image(image)
                    .runs(idle)
                    .build());
        }
        return Hardware.builder("host")
                .runs(HostOS.builder("os")
                        .disk(DataSize.ZERO)
                        .runs(daemon.build())
                        .build())
                .build();
    }

    private long disk(List<Image> images) {
        return engine.footprint(host(images)).disk().amount();
    }

    private static Image image(List<Integer> chain) {
        Image.Builder image = Image.builder().tag(name(chain));
        chain.forEach(content -> image.layer(ImageLayer.builder(diffId(content))
                .contentSize(DataSize.ofBytes(size(content)))
                .build()));
        return image.build();
    }

    private static String name(List<Integer> chain) {
        return "image " + chain;
    }

    private static Digest diffId(int content) {
        return Digest.sha256("content " + content);
    }

    private static long size(int content) {
        return 1L << (4 * content);
    }

    private static Map<ChainId, Long> sizes(List<List<Integer>> chains) {
        Map<ChainId, Long> sizes = new HashMap<>();
        for (List<Integer> chain : chains) {
            ImmutableList<ChainId> ids = image(chain).chainIds();
            for (int layer = 0; layer < ids.size(); layer++) {
                sizes.put(ids.get(layer), size(chain.get(layer)));
            }
        }
        return sizes;
    }

    private static long bytes(Set<ChainId> ids, Map<ChainId, Long> sizes) {
        return ids.stream().mapToLong(sizes::get).sum();
    }
}
