package io.virtstack.engine.migration;

import io.virtstack.generators.StackDomain;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.migration.Migration;
import io.virtstack.quantity.OverflowException;
import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

/** L13: copies that come together in one place are counted in 32 bits; more is an error, never fewer applications. */
@Domain(StackDomain.NearOverflow.class)
class MigrationsNearOverflowProperties {
    @Property
    void containerizeLosesNoApplication(@ForAll Hardware before) {
        HostOS host = HostOS.builder("new-host").build();
        DockerDaemon daemon = DockerDaemon.builder("new-daemon").build();

        assertSameOrOverflow(before, Migration.onto(host, daemon)::containerize);
    }

    @Property
    void virtualizeLosesNoApplication(@ForAll Hardware before) {
        GuestOS template = GuestOS.builder("new-guest").build();

        assertSameOrOverflow(
                before, Migration.into(Hypervisor.hosted("new-hosted").build(), template)::virtualize);
    }

    private static void assertSameOrOverflow(Hardware before, UnaryOperator<Hardware> migration) {
        try {
            Map<String, Long> applications = Moved.applications(before);
            assertThat(Moved.applications(migration.apply(before))).isEqualTo(applications);
            Statistics.collect("moved");
        } catch (InvalidModelException tooMany) {
            assertThat(tooMany.violations()).extracting(Violation::rule).containsOnly(Rule.MIGRATION_PLACE);
            Statistics.collect("too many volumes to tell apart");
        } catch (ArithmeticException overflow) {
            Statistics.collect(
                    overflow instanceof OverflowException ? "refused" : "more applications than 63 bits can count");
        }
    }
}
