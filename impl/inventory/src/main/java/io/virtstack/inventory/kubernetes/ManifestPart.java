package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.assembly.JointPart;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Layer;

/**
 * What one file says of a cluster.
 *
 * @param source the file
 * @param workloads what runs
 * @param nodes what it may run on, by name
 * @param overheads what the runtime classes take for each pod, by name
 * @param claims what holds disks of virtual machines
 * @param instanceTypes what is set aside for virtual machines of a type
 */
public record ManifestPart(
        Source source,
        ImmutableList<Workload> workloads,
        ImmutableMap<String, ClusterNode> nodes,
        ImmutableMap<String, Resources> overheads,
        StorageClaims claims,
        ImmutableMap<ObjectKey, InstanceType> instanceTypes)
        implements JointPart {
    @Override
    public Joined join(ImmutableList<? extends JointPart> all) {
        ClusterAssembly cluster = new ClusterAssembly(
                all.stream().map(ManifestPart.class::cast).collect(ImmutableList.toImmutableList()));
        return new Joined(cluster.machines(), cluster.notes());
    }

    @Override
    public ImmutableList<Layer> layers() {
        return ImmutableList.copyOf(new ClusterAssembly(ImmutableList.of(this)).machines());
    }
}
