package io.virtstack.migration;

import com.google.common.collect.ImmutableMultiset;
import io.virtstack.layer.Application;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.RunsOnOperatingSystem;
import io.virtstack.quantity.Exact;
import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes a guest of each container, and collects the reasons why one cannot be made. */
final class ContainersAsGuests {
    private final GuestOS template;
    private final Hardware machine;
    private final Set<Violation> refusals = new LinkedHashSet<>();

    ContainersAsGuests(GuestOS template, Hardware machine) {
        this.template = template;
        this.machine = machine;
    }

    void refuse(Violation violation) {
        refusals.add(violation);
    }

    void orThrow() {
        if (!refusals.isEmpty()) {
            throw new InvalidModelException(refusals);
        }
    }

    void addAll(DockerDaemon daemon, long copies, boolean running, Copies<GuestOS> machines) {
        daemon.runs().forEachEntry((image, count) -> {
            refuseForeign(image);
            image.runs()
                    .forEachEntry((application, applicationCount) -> machines.add(
                            guest(image, application, running),
                            product(copies, product(count, applicationCount, image), image)));
        });
    }

    /** The same hypervisor with the containers of its guests as guests beside them. Depth is bounded, so recursion is safe. */
    Hypervisor beside(Hypervisor hypervisor) {
        Copies<GuestOS> guests = new Copies<>();
        hypervisor.runs().forEachEntry((guest, copies) -> {
            Copies<RunsOnOperatingSystem> stay = new Copies<>();
            guest.runs().forEachEntry((layer, count) -> {
                if (layer instanceof DockerDaemon daemon) {
                    addAll(daemon, product(copies, count, daemon), guest.running(), guests);
                } else if (layer instanceof HostedHypervisor nested) {
                    stay.add((HostedHypervisor) beside(nested), count);
                } else {
                    stay.add(layer, count);
                }
            });
            if (!stay.isEmpty() || guest.runs().isEmpty()) {
                guests.add(guest.withRuns(stay.toMultiset()), copies);
            }
        });
        return hypervisor instanceof BareMetalHypervisor bareMetal
                ? bareMetal.withRuns(guests.toMultiset())
                : ((HostedHypervisor) hypervisor).withRuns(guests.toMultiset());
    }

    private GuestOS guest(Binaries image, Application application, boolean running) {
        ImmutableMultiset<RunsOnOperatingSystem> runs = new ImmutableMultiset.Builder<RunsOnOperatingSystem>()
                .addAll(template.runs())
                .add(image.withRuns(ImmutableMultiset.of(application)))
                .build();
        return template.withRunning(template.running() && running && application.running())
                .withRuns(runs);
    }

    /** An image that nothing runs on is left behind, so it may be of any family. */
    private void refuseForeign(Binaries image) {
        if (image.runs().isEmpty()) {
            return;
        }
        if (template.architecture().isPresent()
                && machine.architecture().isPresent()
                && !template.architecture().equals(machine.architecture())) {
            refuse(new Violation(
                    machine.name() + ", guest " + template.name(),
                    Rule.MIGRATION_ARCHITECTURE,
                    template.architecture().get() + " on "
                            + machine.architecture().get(),
                    "choose a template for the hardware's architecture"));
        }
        if (template.family().isPresent() && template.family().get() != image.kernel()) {
            refuse(new Violation(
                    machine.name() + ", image " + image.name(),
                    Rule.MIGRATION_FAMILY,
                    image.kernel() + " in a guest of " + template.family().get(),
                    "choose a template of the image's family"));
        }
    }

    private static long product(long a, long b, Object of) {
        return Exact.multiply(a, b, "copies of " + of);
    }
}
