package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.capacity.Resource;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.report.Report;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Layer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What copies of a layer add where nothing like them is yet: measured on a stack that holds nothing else. */
final class Marginal {
    private final Map<Resource, Long> ofFirst = new EnumMap<>(Resource.class);
    private final Map<Resource, Long> ofNext = new EnumMap<>(Resource.class);
    private final Set<Resource> unknown = EnumSet.noneOf(Resource.class);

    Marginal(Layer platform, Addition addition) {
        Layer added = addition.layer();
        Report without = report(platform, added, 0);
        Report withOne = report(platform, added, 1);
        Report withTwo = report(platform, added, 2);
        for (Resource resource : Resource.values()) {
            Figure.Sum<?> figure = resource.figure(addition.rule().accounting());
            ofFirst.put(resource, withOne.minus(without, figure, () -> figure.label() + " of one more of " + added));
            ofNext.put(resource, withTwo.minus(withOne, figure, () -> figure.label() + " of one more of " + added));
            if (withOne.total(figure).gapCount() > without.total(figure).gapCount()) {
                unknown.add(resource);
            }
        }
    }

    private static Report report(Layer platform, Layer added, int copies) {
        Hardware.Builder machine = Hardware.builder("any");
        Hardware stack = platform instanceof DockerDaemon daemon
                ? machine.runs(HostOS.builder("any")
                                .runs(copies == 0 ? daemon : daemon.withRuns(copies((Binaries) added, copies)))
                                .build())
                        .build()
                : machine.runs(((BareMetalHypervisor) platform).withRuns(copies((GuestOS) added, copies)))
                        .build();
        return new Report(Flattener.flatten(ImmutableList.of(stack)));
    }

    private static <L extends Layer> ImmutableMultiset<L> copies(L layer, int copies) {
        return ImmutableMultiset.<L>builder().addCopies(layer, copies).build();
    }

    long ofFirst(Resource resource) {
        return ofFirst.getOrDefault(resource, 0L);
    }

    long ofNext(Resource resource) {
        return ofNext.getOrDefault(resource, 0L);
    }

    boolean isUnknown(Resource resource) {
        return unknown.contains(resource);
    }
}
