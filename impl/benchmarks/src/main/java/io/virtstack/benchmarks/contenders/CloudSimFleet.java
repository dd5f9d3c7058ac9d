package io.virtstack.benchmarks.contenders;

import com.google.common.collect.ImmutableList;
import io.virtstack.benchmarks.data.VmFleet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmSimple;

/** CloudSim Plus: hosts with their virtual machines as its simulations have them. */
public final class CloudSimFleet {
    private static final long MEGABYTE = 1L << 20;
    private static final double MIPS = 1_000;
    private static final long ROOM = 1L << 40;

    /** A host, with the machines that are to be created on it. */
    private record Placed(Host host, ImmutableList<Vm> vms) {}

    private final ImmutableList<Placed> hosts;

    private CloudSimFleet(ImmutableList<Placed> hosts) {
        this.hosts = hosts;
    }

    /** Makes all hosts and machines, each list for itself. */
    public static CloudSimFleet made(VmFleet fleet) {
        return new CloudSimFleet(IntStream.range(0, fleet.hosts())
                .mapToObj(host -> make(fleet, host))
                .collect(ImmutableList.toImmutableList()));
    }

    /** Makes all hosts and machines, and creates the machines on the hosts. */
    public static CloudSimFleet placed(VmFleet fleet) {
        CloudSimFleet made = made(fleet);
        for (Placed host : made.hosts) {
            for (Vm vm : host.vms()) {
                if (!host.host().createVm(vm).fully()) {
                    throw new IllegalStateException(
                            "machine " + vm.getId() + " does not fit; give its host more cores");
                }
            }
        }
        return made;
    }

    private static Placed make(VmFleet fleet, int host) {
        int first = host * fleet.vmsOfAHost();
        ImmutableList<Vm> vms = IntStream.range(first, first + fleet.vmsOfAHost())
                .mapToObj(vm -> vm(fleet, vm))
                .collect(ImmutableList.toImmutableList());
        long needed = vms.stream().mapToLong(Vm::getPesNumber).sum();
        ImmutableList<Pe> cores =
                Stream.generate(() -> (Pe) new PeSimple(MIPS)).limit(needed).collect(ImmutableList.toImmutableList());
        HostSimple empty = new HostSimple(ROOM, ROOM, ROOM, cores);
        empty.setId(host);
        return new Placed(empty, vms);
    }

    private static Vm vm(VmFleet fleet, int vm) {
        return new VmSimple(vm, (long) MIPS, fleet.vcpus()[vm])
                .setRam(fleet.memory()[vm] / MEGABYTE)
                .setSize(fleet.disk()[vm] / MEGABYTE);
    }

    /** {@return sums over all machines} */
    public VmSums sums() {
        return hosts.parallelStream().map(CloudSimFleet::sums).reduce(new VmSums(0, 0, 0), CloudSimFleet::plus);
    }

    private static VmSums sums(Placed placed) {
        long memory = 0;
        long disk = 0;
        long cores = 0;
        for (Vm vm : placed.vms()) {
            memory += vm.getRam().getCapacity();
            disk += vm.getStorage().getCapacity();
            cores += vm.getPesNumber();
        }
        return new VmSums(memory * MEGABYTE, disk * MEGABYTE, cores);
    }

    private static VmSums plus(VmSums some, VmSums more) {
        return new VmSums(some.memory() + more.memory(), some.disk() + more.disk(), some.cores() + more.cores());
    }

    /** {@return how many hosts there are} */
    public int hosts() {
        return hosts.size();
    }
}
