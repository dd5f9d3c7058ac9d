package io.virtstack.layer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.generators.StackDomain;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

import static org.assertj.core.api.Assertions.assertThat;

/** Stacks are equal when all they state and carry is, whoever built them and in whatever order (L6). */
@Domain(StackDomain.class)
class StackEqualityProperties {
    @Property(tries = 300)
    void rebuiltInReverseOrderIsEqual(@ForAll Hardware stack) {
        Layer rebuilt = stack.accept(new Rebuilding(""));
        assertThat(rebuilt).isEqualTo(stack).hasSameHashCodeAs(stack);
        assertThat(rebuilt == stack).isEqualTo(stack.runs().isEmpty());
        assertThat(rebuilt.height()).isEqualTo(stack.height());
    }

    @Property(tries = 300)
    void anotherNameAtTheTopMakesAnother(@ForAll Hardware stack) {
        assertThat(stack.accept(new Rebuilding("?"))).isNotEqualTo(stack);
    }

    /** Adds to the name of each layer that carries none. */
    private record Rebuilding(String suffix) implements LayerVisitor<Layer> {
        @Override
        public Layer visitHardware(Hardware hardware) {
            return hardware.withName(name(hardware)).withRuns(reversed(hardware.runs()));
        }

        @Override
        public Layer visitHostOS(HostOS hostOS) {
            return hostOS.withName(name(hostOS)).withRuns(reversed(hostOS.runs()));
        }

        @Override
        public Layer visitHypervisor(Hypervisor hypervisor) {
            return hypervisor instanceof BareMetalHypervisor bareMetal
                    ? bareMetal.withName(name(bareMetal)).withRuns(reversed(bareMetal.runs()))
                    : ((HostedHypervisor) hypervisor).withName(name(hypervisor)).withRuns(reversed(hypervisor.runs()));
        }

        @Override
        public Layer visitDockerDaemon(DockerDaemon daemon) {
            return daemon.withName(name(daemon)).withRuns(reversed(daemon.runs()));
        }

        @Override
        public Layer visitGuestOS(GuestOS guestOS) {
            return guestOS.withName(name(guestOS)).withRuns(reversed(guestOS.runs()));
        }

        @Override
        public Layer visitBinaries(Binaries binaries) {
            return binaries.withName(name(binaries)).withRuns(reversed(binaries.runs()));
        }

        @Override
        public Layer visitApplication(Application application) {
            return application.withName(name(application));
        }

        private String name(Layer layer) {
            return layer.runs().isEmpty() ? layer.name() + suffix : layer.name();
        }

        @SuppressWarnings("unchecked")
        private <L extends Layer> ImmutableMultiset<L> reversed(ImmutableMultiset<L> layers) {
            ImmutableMultiset.Builder<L> rebuilt = ImmutableMultiset.builder();
            for (L layer : ImmutableList.copyOf(layers.elementSet()).reverse()) {
                rebuilt.addCopies((L) layer.accept(this), layers.count(layer));
            }
            return rebuilt.build();
        }
    }
}
