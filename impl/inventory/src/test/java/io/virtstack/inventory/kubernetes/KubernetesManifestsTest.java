package io.virtstack.inventory.kubernetes;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.assembly.MachineAssembly;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.format.Formats;
import io.virtstack.inventory.source.Source;
import io.virtstack.inventory.source.Texts;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.virtstack.inventory.source.Texts.expectRefusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class KubernetesManifestsTest {
    private static final String CONTAINERS =
            "{containers: [{name: web, image: nginx, resources: {requests: {memory: 64Mi, cpu: 100m}, limits: {memory: 128Mi}}}]}";

    @Test
    void readsAPod() {
        Application web = onlyContainer("apiVersion: v1\nkind: Pod\nmetadata: {name: front}\nspec: " + CONTAINERS);

        assertThat(web)
                .isEqualTo(Application.builder("front/web")
                        .memory("64 MiB")
                        .cpu("100m")
                        .memoryLimit("128 MiB")
                        .build());
        assertThat(web.cpuLimit()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deployment", "ReplicaSet", "StatefulSet"})
    void replicatesWhatControllersReplicate(String kind) {
        assertThat(containers("apiVersion: apps/v1\nkind: " + kind + "\nmetadata: {name: front, namespace: shop}\n"
                        + "spec: {replicas: 3, template: {spec: " + CONTAINERS + "}}"))
                .hasSize(3)
                .allMatch(container -> container.name().equals("shop/front/web"));
        assertThat(containers("apiVersion: apps/v1\nkind: " + kind
                        + "\nmetadata: {name: front}\nspec: {template: {spec: " + CONTAINERS + "}}"))
                .hasSize(1);
        assertThat(containers("apiVersion: apps/v1\nkind: " + kind
                        + "\nmetadata: {name: front}\nspec: {replicas: 0, template: {spec: " + CONTAINERS + "}}"))
                .isEmpty();
    }

    @Test
    void countsJobsByWhatRunsAtOnce() {
        String job = "apiVersion: batch/v1\nkind: Job\nmetadata: {name: sum}\nspec: {%s template: {spec: " + CONTAINERS
                + "}}\n%s";
        assertThat(containers(job.formatted("parallelism: 4, completions: 10,", "")))
                .hasSize(4);
        assertThat(containers(job.formatted("parallelism: 4, completions: 2,", "")))
                .hasSize(2);
        assertThat(containers(job.formatted("", "status: {conditions: [{type: Complete, status: 'True'}]}")))
                .hasSize(1)
                .noneMatch(Application::running);
        assertThat(containers(job.formatted("suspend: true,", ""))).noneMatch(Application::running);
        assertThat(containers("apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: sum}\n"
                        + "spec: {schedule: '* * * * *', jobTemplate: {spec: {parallelism: 2, template: {spec: "
                        + CONTAINERS + "}}}}"))
                .hasSize(2);
    }

    @Test
    void flattensListsAndDocuments() {
        assertThat(containers("""
                        apiVersion: v1
                        kind: List
                        items:
                        - {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: x, image: i}]}}
                        - apiVersion: v1
                          kind: List
                          items:
                          - {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {containers: [{name: x, image: i}]}}
                        ---
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: c}
                        spec: {containers: [{name: x, image: i}, {name: y, image: i}]}
                        """)).extracting(Application::name).containsExactlyInAnyOrder("a/x", "b/x", "c/x", "c/y");
    }

    @Test
    void countsTheSameImageOnce() {
        Hardware machine = Texts.only(
                machines("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: x, image: nginx},"
                        + " {name: y, image: 'docker.io/library/nginx:latest'}]}"));
        assertThat(daemon(machine).runs()).singleElement().satisfies(image -> {
            assertThat(image.name()).isEqualTo("nginx:latest");
            assertThat(image.runs()).hasSize(2);
        });
    }

    @Test
    void requestsLimitsWhereOnlyThoseAreStated() {
        Application container = onlyContainer("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"
                + "spec: {containers: [{name: x, image: i, resources: {limits: {cpu: 2, memory: 1Gi}}}]}");
        assertThat(container.memory()).hasValue(DataSize.parse("1 GiB"));
        assertThat(container.cpu()).hasValue(Cpu.parse("2"));
        assertThat(container.cpuLimit()).hasValue(Cpu.parse("2"));
    }

    @Test
    void countsOfInitContainersOnlyWhatExceedsTheRest() {
        ImmutableList<Application> containers = containers("""
                apiVersion: v1
                kind: Pod
                metadata: {name: a}
                spec:
                  initContainers:
                  - {name: big, image: i, resources: {requests: {memory: 300}}}
                  - {name: small, image: j, resources: {requests: {memory: 50}}}
                  containers:
                  - {name: app, image: k, resources: {requests: {memory: 100}}}
                """);
        assertThat(containers)
                .extracting(
                        Application::name,
                        container -> container.memory().orElseThrow().bytes())
                .containsExactlyInAnyOrder(tuple("a/big", 200L), tuple("a/small", 0L), tuple("a/app", 100L));
    }

    @Test
    void putsPodsOnTheirNodes() {
        ImmutableList<Hardware> machines = machines("""
                apiVersion: v1
                kind: Node
                metadata: {name: n1, labels: {disk: ssd}}
                status:
                  capacity: {cpu: "8", memory: 16Gi}
                  nodeInfo: {architecture: arm64, operatingSystem: linux, osImage: Debian 12,
                             containerRuntimeVersion: containerd://1.7.0}
                ---
                {apiVersion: v1, kind: Node, metadata: {name: n2}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {nodeName: n1, containers: [{name: x, image: i}]}}
                ---
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: agent}
                spec: {template: {spec: {containers: [{name: x, image: agent}]}}}
                ---
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: disk}
                spec: {template: {spec: {nodeSelector: {disk: ssd}, containers: [{name: x, image: disk}]}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {containers: [{name: x, image: i}]}}
                """);

        assertThat(machines).extracting(Hardware::name).containsExactly("n1", "n2", "kubernetes-node");
        Hardware first = machines.get(0);
        assertThat(first.cores()).hasValue(8);
        assertThat(first.memoryCapacity()).hasValue(DataSize.parse("16 GiB"));
        assertThat(first.architecture()).hasValue(Architecture.ARM64);
        HostOS host = (HostOS) Texts.only(first.runs());
        assertThat(host.name()).isEqualTo("Debian 12");
        assertThat(host.family()).hasValue(OsFamily.LINUX);
        assertThat(daemon(first).imageStore()).isEqualTo(ImageStore.CONTAINERD);
        assertThat(names(first)).containsExactlyInAnyOrder("a/x", "agent/x", "disk/x");
        assertThat(names(machines.get(1))).containsExactly("agent/x");
        assertThat(names(machines.get(2))).containsExactly("b/x");
        assertThat(machines.get(2).cores()).isEmpty();
    }

    @Test
    void leavesOwnersToWhatTheyMade() {
        String owned =
                "kind: Pod\napiVersion: v1\nmetadata: {name: %s, ownerReferences: [{controller: true, kind: ReplicaSet,"
                        + " name: front-1, apiVersion: apps/v1}]}\nspec: " + CONTAINERS + "\n---\n";
        Source source = Texts.source("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: front}\n"
                + "spec: {replicas: 2, template: {spec: " + CONTAINERS + "}}\n---\n"
                + "apiVersion: apps/v1\nkind: ReplicaSet\nmetadata: {name: front-1, ownerReferences: [{controller: true,"
                + " kind: Deployment, name: front}]}\nspec: {replicas: 2, template: {spec: " + CONTAINERS + "}}\n---\n"
                + owned.formatted("front-1-a") + owned.formatted("front-1-b"));
        assertThat(containers(source))
                .extracting(Application::name)
                .containsExactlyInAnyOrder("front-1-a/web", "front-1-b/web");
    }

    @Test
    void addsTheOverheadOfTheRuntimeClass() {
        Application container = onlyContainer("""
                {apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: kata}, handler: kata,
                 overhead: {podFixed: {memory: 160Mi, cpu: 250m}}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: a}
                spec:
                  runtimeClassName: kata
                  containers: [{name: x, image: i, resources: {limits: {memory: 100Mi, cpu: 1}}}]
                """);
        assertThat(container.memory()).hasValue(DataSize.parse("260 MiB"));
        assertThat(container.memoryLimit()).hasValue(DataSize.parse("260 MiB"));
        assertThat(container.cpu()).hasValue(Cpu.parse("1250m"));
    }

    @Test
    void readsVirtualMachinesOfKubeVirt() {
        Hardware machine = Texts.only(machines("""
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: db}
                spec:
                  running: false
                  dataVolumeTemplates:
                  - metadata: {name: root}
                    spec: {storage: {resources: {requests: {storage: 20Gi}}}}
                  template:
                    spec:
                      domain:
                        cpu: {cores: 2, sockets: 2}
                        memory: {guest: 4Gi}
                        devices: {}
                      volumes:
                      - {name: root, dataVolume: {name: root}}
                      - {name: init, cloudInitNoCloud: {userData: x}}
                ---
                apiVersion: kubevirt.io/v1
                kind: VirtualMachineInstance
                metadata: {name: small}
                spec:
                  domain: {resources: {requests: {memory: 64M, cpu: 1500m}}}
                ---
                apiVersion: pool.kubevirt.io/v1alpha1
                kind: VirtualMachinePool
                metadata: {name: many}
                spec: {replicas: 3, virtualMachineTemplate: {spec: {instancetype: {name: u1.small}, template: {spec: {domain: {}}}}}}
                """));
        HostOS host = (HostOS) Texts.only(machine.runs());
        ImmutableMultiset<GuestOS> guests = host.runs().stream()
                .filter(HostedHypervisor.class::isInstance)
                .map(HostedHypervisor.class::cast)
                .findFirst()
                .orElseThrow()
                .runs();
        assertThat(guests).hasSize(5);
        GuestOS db = guests.stream()
                .filter(guest -> guest.name().equals("db"))
                .findFirst()
                .orElseThrow();
        assertThat(db.running()).isFalse();
        assertThat(db.machine().orElseThrow().vcpus()).hasValue(4);
        assertThat(db.machine().orElseThrow().memory()).hasValue(DataSize.parse("4 GiB"));
        assertThat(db.machine().orElseThrow().disks())
                .containsExactly(new VirtualDisk.Thin(Optional.of(DataSize.parse("20 GiB")), Optional.empty()));
        GuestOS small = guests.stream()
                .filter(guest -> guest.name().equals("small"))
                .findFirst()
                .orElseThrow();
        assertThat(small.machine().orElseThrow().vcpus()).hasValue(2);
        assertThat(small.machine().orElseThrow().memory()).hasValue(DataSize.parse("64 MB"));
        GuestOS many = guests.stream()
                .filter(guest -> guest.name().equals("many"))
                .findFirst()
                .orElseThrow();
        assertThat(guests.count(many)).isEqualTo(3);
        assertThat(many.machine().orElseThrow().vcpus()).isEmpty();
    }

    @Test
    void daemonSetsKeepOffNodesWithTaintsThatTheyDoNotTolerate() {
        ImmutableList<Hardware> machines = machines("""
                apiVersion: v1
                kind: Node
                metadata: {name: control}
                spec: {taints: [{key: node-role.kubernetes.io/control-plane, effect: NoSchedule},
                                {key: node.kubernetes.io/disk-pressure, effect: NoSchedule},
                                {key: slow, value: very, effect: PreferNoSchedule}]}
                ---
                {apiVersion: v1, kind: Node, metadata: {name: worker}}
                ---
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: logs}
                spec: {template: {spec: {containers: [{name: x, image: logs}]}}}
                ---
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: proxy}
                spec: {template: {spec: {tolerations: [{operator: Exists}], containers: [{name: x, image: proxy}]}}}
                ---
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: etcd-backup}
                spec: {template: {spec: {tolerations: [{key: node-role.kubernetes.io/control-plane, effect: NoSchedule}],
                                         containers: [{name: x, image: backup}]}}}
                """);

        assertThat(names(machines.get(0))).containsExactlyInAnyOrder("proxy/x", "etcd-backup/x");
        assertThat(names(machines.get(1))).containsExactlyInAnyOrder("logs/x", "proxy/x", "etcd-backup/x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{matchExpressions: [{key: disk, operator: In, values: [ssd, nvme]}]} | a",
                "{matchExpressions: [{key: disk, operator: NotIn, values: [ssd]}]} | b c",
                "{matchExpressions: [{key: disk, operator: Exists}]} | a b",
                "{matchExpressions: [{key: disk, operator: DoesNotExist}]} | c",
                "{matchExpressions: [{key: gpus, operator: Gt, values: ['3']}]} | b",
                "{matchExpressions: [{key: gpus, operator: Lt, values: ['4']}, {key: disk, operator: Exists}]} | a",
                "{matchFields: [{key: metadata.name, operator: In, values: [c]}]} | c",
                "{matchFields: [{key: metadata.name, operator: In, values: [c]}]}, {matchExpressions: [{key: gpus, operator: Exists}]} | a b c",
                "{} | ''"
            })
    void daemonSetsStandWhereTheirAffinityHolds(String terms, String nodes) {
        Source source = Texts.source("""
                {apiVersion: v1, kind: Node, metadata: {name: a, labels: {disk: ssd, gpus: "2"}}}
                ---
                {apiVersion: v1, kind: Node, metadata: {name: b, labels: {disk: hdd, gpus: "10"}}}
                ---
                {apiVersion: v1, kind: Node, metadata: {name: c}}
                ---
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: agent}
                spec: {template: {spec: {containers: [{name: x, image: agent}], affinity: {nodeAffinity:
                  {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [%s]}}}}}}
                """.formatted(terms));

        assertThat(machines(source))
                .filteredOn(machine -> !names(machine).isEmpty())
                .extracting(Hardware::name)
                .containsExactlyElementsOf(Splitter.on(' ').omitEmptyStrings().split(nodes));
    }

    @Test
    void manyDaemonSetsOnManyNodesAreRefusedBeforeMemoryEnds() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append("{apiVersion: v1, kind: Node, metadata: {name: n")
                    .append(i)
                    .append("}}\n---\n");
            text.append("{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: d")
                    .append(i)
                    .append("}, spec: {template: {spec: {containers: [{name: c, image: i}]}}}}\n---\n");
        }
        expectRefusal(() -> machines(text.toString()), InventoryRule.LIMIT_TEXT_VALUES, 83);
    }

    @Test
    void claimsOfOneNameInTwoNamespacesAreTwo() {
        Source source = Texts.source("""
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: vm, namespace: a}
                spec: {template: {spec: {domain: {}, volumes: [{name: r, persistentVolumeClaim: {claimName: root}}]}}}
                ---
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: vm, namespace: b}
                spec: {template: {spec: {domain: {}, volumes: [{name: r, dataVolume: {name: root}},
                                                               {name: s, dataVolume: {name: other}}]}}}
                ---
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: root, namespace: a}
                spec: {resources: {requests: {storage: 5Gi}}}
                ---
                apiVersion: cdi.kubevirt.io/v1beta1
                kind: DataVolume
                metadata: {name: other, namespace: b}
                spec: {storage: {resources: {requests: {storage: 7Gi}}}}
                """);
        ImmutableMultiset<GuestOS> guests = guests(source);

        assertThat(Texts.notes(source))
                .contains("1 × PersistentVolumeClaim counted only as disks of the virtual machines that name them");
        assertThat(guest(guests, "a/vm").machine().orElseThrow().disks())
                .extracting(VirtualDisk::size)
                .containsExactly(Optional.of(DataSize.parse("5 GiB")));
        assertThat(guest(guests, "b/vm").machine().orElseThrow().disks())
                .extracting(VirtualDisk::size)
                .containsExactly(Optional.empty(), Optional.of(DataSize.parse("7 GiB")));
    }

    @Test
    void limitsMakeTheGuestBeforeRequests() {
        GuestOS vm = Texts.only(guests("""
                apiVersion: kubevirt.io/v1
                kind: VirtualMachineInstance
                metadata: {name: vm}
                spec: {domain: {resources: {requests: {cpu: 1500m, memory: 1Gi}, limits: {cpu: 3, memory: 2Gi}}}}
                """));

        assertThat(vm.machine().orElseThrow().vcpus()).hasValue(3);
        assertThat(vm.machine().orElseThrow().memory()).hasValue(DataSize.parse("2 GiB"));
    }

    @Test
    void mediaAndMachinesStartedByHandAreNoted() {
        Source source = Texts.source("""
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: vm}
                spec: {runStrategy: Manual, template: {spec: {domain: {memory: {guest: 1Gi}, devices: {disks: [
                  {name: cd, cdrom: {bus: sata}}, {name: root, disk: {bus: virtio}}]}}, volumes: [
                  {name: cd, containerDisk: {image: drivers}}, {name: root, emptyDisk: {capacity: 2Gi}}]}}}
                """);
        GuestOS vm = Texts.only(guests(source));

        assertThat(vm.running()).isTrue();
        assertThat(vm.machine().orElseThrow().disks()).hasSize(1);
        assertThat(Texts.notes(source))
                .anyMatch(note -> note.contains("by hand"))
                .anyMatch(note -> note.contains("cdrom"));
    }

    @Test
    void whatHasNoReplicasLeavesNoImage() {
        assertThat(machines("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: none}\n"
                        + "spec: {replicas: 0, template: {spec: " + CONTAINERS + "}}"))
                .isEmpty();
    }

    @Test
    void claimedStorageIsNoted() {
        Source source = Texts.source("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec: {template: {spec: {containers: [{name: x, image: i}]}}, volumeClaimTemplates: [{metadata: {name: data}}]}
                """);
        assertThat(machines(source)).hasSize(1);

        assertThat(Texts.notes(source)).anyMatch(note -> note.contains("claims"));
    }

    @Test
    void notesWhatItLeavesOut() {
        Source source = Texts.source("""
                {apiVersion: v1, kind: Service, metadata: {name: a}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: b}}
                """);
        assertThat(machines(source)).isEmpty();
        assertThat(Texts.notes(source)).singleElement().asString().startsWith("2 × Service");
    }

    @Test
    void instanceTypesCompleteTheMachinesThatNameThem() {
        Source source = Texts.source("""
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: own, namespace: shop}
                spec:
                  instancetype: {kind: VirtualMachineInstancetype, name: small}
                  template: {spec: {domain: {devices: {}}, volumes: [{name: d, emptyDisk: {capacity: 2Gi}}]}}
                ---
                apiVersion: instancetype.kubevirt.io/v1beta1
                kind: VirtualMachineInstancetype
                metadata: {name: small, namespace: shop}
                spec: {cpu: {guest: 2}, memory: {guest: 3Gi}}
                ---
                apiVersion: instancetype.kubevirt.io/v1beta1
                kind: VirtualMachineClusterInstancetype
                metadata: {name: small}
                spec: {cpu: {guest: 8}, memory: {guest: 32Gi}}
                ---
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: common}
                spec: {instancetype: {name: small}, template: {spec: {domain: {}}}}
                ---
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: lost}
                spec: {instancetype: {name: gone}, template: {spec: {domain: {}}}}
                """);
        Parts parts = new Parts();
        Formats.of(source).read(source, parts);
        MachineAssembly assembly = new MachineAssembly(parts);
        ImmutableMultiset<GuestOS> guests = guests(assembly.assemble());

        VirtualHardware own = guest(guests, "shop/own").machine().orElseThrow();
        assertThat(own.vcpus()).hasValue(2);
        assertThat(own.memory()).hasValue(DataSize.parse("3 GiB"));
        assertThat(own.disks()).hasSize(1);
        assertThat(guest(guests, "common").machine().orElseThrow().vcpus()).hasValue(8);
        assertThat(guest(guests, "common").machine().orElseThrow().memory()).hasValue(DataSize.parse("32 GiB"));
        assertThat(guest(guests, "lost").machine().orElseThrow().vcpus()).isEmpty();
        assertThat(assembly.notes())
                .extracting(InventoryNote::reason)
                .anyMatch(note -> note.contains("instance type 'gone'"));
        assertThat(Texts.notes(source)).noneMatch(note -> note.contains("left out"));
    }

    @Test
    void machinesAreWhereAndAsTheClusterSays() {
        Source source = Texts.source("""
                apiVersion: kubevirt.io/v1
                kind: VirtualMachineInstance
                metadata: {name: vm}
                spec: {domain: {memory: {guest: 1Gi}}}
                status: {phase: Running, nodeName: worker-1}
                ---
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: ended}
                spec: {runStrategy: RerunOnFailure, template: {spec: {domain: {}}}}
                status: {printableStatus: Stopped}
                """);

        assertThat(machines(source)).extracting(Hardware::name).containsExactly("worker-1", "kubernetes-node");
        assertThat(guests(ImmutableList.of(machines(source).get(1))))
                .singleElement()
                .matches(guest -> !guest.running());
    }

    @Test
    void claimsAndInstanceTypesMayStandInOtherFiles() {
        Parts parts = new Parts();
        for (String text : new String[] {"""
            apiVersion: kubevirt.io/v1
            kind: VirtualMachine
            metadata: {name: vm}
            spec:
              instancetype: {name: small}
              template: {spec: {domain: {}, volumes: [{name: r, dataVolume: {name: root}},
                                                      {name: s, persistentVolumeClaim: {claimName: lost}}]}}
            """, """
            apiVersion: cdi.kubevirt.io/v1beta1
            kind: DataVolume
            metadata: {name: root}
            spec: {pvc: {resources: {requests: {storage: 7Gi}}}}
            ---
            apiVersion: instancetype.kubevirt.io/v1beta1
            kind: VirtualMachineClusterInstancetype
            metadata: {name: small}
            spec: {cpu: {guest: 2}, memory: {guest: 3Gi}}
            """}) {
            Source source = Texts.source(text);
            Formats.of(source).read(source, parts);
        }
        MachineAssembly assembly = new MachineAssembly(parts);
        VirtualHardware vm = Texts.only(guests(assembly.assemble())).machine().orElseThrow();

        assertThat(vm.vcpus()).hasValue(2);
        assertThat(vm.disks())
                .extracting(VirtualDisk::size)
                .containsExactly(Optional.of(DataSize.parse("7 GiB")), Optional.empty());
        assertThat(assembly.notes())
                .filteredOn(note -> note.reason().contains("'lost'"))
                .singleElement()
                .matches(note -> note.line() == 7);
    }

    @Test
    void anImageThatIsToBeFilledInIsNoted() {
        Source source = Texts.source("""
                apiVersion: apps.openshift.io/v1
                kind: DeploymentConfig
                metadata: {name: web}
                spec: {template: {spec: {containers: [{name: x, image: " "}]}}}
                """);

        assertThat(containers(source)).hasSize(1);
        assertThat(Texts.notes(source)).singleElement().asString().contains("without an image");
    }

    @Test
    void kindsOfOtherGroupsAreLeftOut() {
        Source source = Texts.source("""
                apiVersion: batch.volcano.sh/v1alpha1
                kind: Job
                metadata: {name: tasks}
                spec: {minAvailable: 3, tasks: [{replicas: 3, template: {spec: {containers: [{name: a, image: b}]}}}]}
                ---
                {apiVersion: management.cattle.io/v3, kind: Node, metadata: {name: elsewhere}, spec: {}}
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: Rollout
                metadata: {name: web}
                spec: {replicas: 3, template: {spec: {containers: [{name: a, image: b}]}}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: known}
                spec: {containers: [{name: x, image: i}], ephemeralContainers: [{name: debug, image: tools}]}
                """);

        assertThat(Texts.only(containers(source)).name()).isEqualTo("known/x");
        assertThat(Texts.notes(source))
                .containsExactly(
                        "a Rollout is left out: only what defines this kind knows how many pods it runs",
                        "a container for debugging is left out",
                        "1 × Job left out: it starts no container that is known here",
                        "1 × Node left out: it starts no container that is known here");
    }

    @Test
    void objectsWithGeneratedNamesAreNotTheSame() {
        String job = "apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: import-}\nspec: {template: {spec: "
                + CONTAINERS + "}}\n";

        assertThat(containers(job + "---\n" + job)).hasSize(2);
    }

    @Test
    void aRuntimeClassWithoutOverheadTakesNothing() {
        Source source = Texts.source("""
                {apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: runc}, handler: runc}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: a}
                spec: {runtimeClassName: runc, containers: [{name: x, image: i, resources: {limits: {memory: 1Mi}}}]}
                """);
        Parts parts = new Parts();
        Formats.of(source).read(source, parts);
        MachineAssembly assembly = new MachineAssembly(parts);

        assertThat(assembly.assemble()).hasSize(1);
        assertThat(assembly.notes()).extracting(InventoryNote::reason).noneMatch(note -> note.contains("runc"));
    }

    @Test
    void listsOfOneKindNeedNotRepeatIt() {
        assertThat(containers("""
                {"kind": "PodList", "apiVersion": "v1", "metadata": {}, "items": [
                 {"metadata": {"name": "a", "namespace": "b"}, "spec": {"containers": [{"name": "x", "image": "i"}]}}]}
                """)).extracting(Application::name).containsExactly("b/a/x");
        Source empty = Texts.source("apiVersion: v1\nkind: List\nitems: null\n");
        assertThat(machines(empty)).isEmpty();
        assertThat(Texts.notes(empty)).isEmpty();
        expectRefusal(
                () -> machines("apiVersion: v1\nkind: List\nitems:\n- {metadata: {name: a}}\n"),
                InventoryRule.DOCUMENT_FORM,
                4);
    }

    @Test
    void placeholdersOfTemplatesAreRefusedWhereTheyMatter() {
        String deployment = """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  namespace: %s
                  annotations: {dashboard: '{{ $value }}'}
                spec:
                  replicas: %s
                  template: {spec: {containers: [{name: x, image: i, resources: {limits: {memory: %s}}}]}}
                """;
        String placeholder = "'{{ .Values.x }}'";
        assertThat(containers(deployment.formatted("a", "2", "1Mi"))).hasSize(2);
        expectRefusal(
                () -> machines(deployment.formatted(placeholder, "2", "1Mi")), InventoryRule.TEMPLATE_UNRENDERED, 5);
        expectRefusal(
                () -> machines(deployment.formatted("a", placeholder, "1Mi")), InventoryRule.TEMPLATE_UNRENDERED, 8);
        expectRefusal(
                () -> machines(deployment.formatted("a", "2", placeholder)), InventoryRule.TEMPLATE_UNRENDERED, 9);
        Source template = Texts.source("{apiVersion: v1, kind: Template, metadata: {name: a}, objects: [{kind: Pod}]}");
        assertThat(machines(template)).isEmpty();
        assertThat(Texts.notes(template)).singleElement().asString().contains("processed");
    }

    @Test
    void refusesWhatIsMalformed() {
        expectRefusal(
                () -> machines("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"), InventoryRule.DOCUMENT_FORM, 1);
        expectRefusal(
                () -> machines("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: 5}\n"),
                InventoryRule.DOCUMENT_FORM,
                4);
        expectRefusal(
                () -> machines("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: -1,"
                        + " template: {spec: " + CONTAINERS + "}}\n"),
                InventoryRule.DOCUMENT_FORM,
                4);
        expectRefusal(
                () -> machines("apiVersion: v1\nkind: Pod\nmetadata: {name: 'a-{{ .Values.x }}'}\nspec: {}\n"),
                InventoryRule.TEMPLATE_UNRENDERED,
                3);
        expectRefusal(
                () -> machines(
                        "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - {name: x, image: i,"
                                + " resources: {limits: {memory: lots}}}\n"),
                InventoryRule.QUANTITY_FORM,
                6);
    }

    private static ImmutableMultiset<GuestOS> guests(String text) {
        return guests(Texts.source(text));
    }

    private static ImmutableMultiset<GuestOS> guests(Source source) {
        return guests(machines(source));
    }

    private static ImmutableMultiset<GuestOS> guests(ImmutableList<Hardware> machines) {
        return ((HostOS) Texts.only(Texts.only(machines).runs()))
                .runs().stream()
                        .filter(HostedHypervisor.class::isInstance)
                        .map(HostedHypervisor.class::cast)
                        .flatMap(hypervisor -> hypervisor.runs().stream())
                        .collect(ImmutableMultiset.toImmutableMultiset());
    }

    private static GuestOS guest(ImmutableMultiset<GuestOS> guests, String name) {
        return guests.stream()
                .filter(guest -> guest.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ImmutableList<Hardware> machines(String text) {
        return machines(Texts.source(text));
    }

    private static ImmutableList<Hardware> machines(Source source) {
        Parts parts = new Parts();
        assertThat(Formats.of(source).kind()).isEqualTo("kubernetes");
        Formats.of(source).read(source, parts);
        return new MachineAssembly(parts).assemble();
    }

    private static ImmutableList<Application> containers(String text) {
        return containers(Texts.source(text));
    }

    private static ImmutableList<Application> containers(Source source) {
        return machines(source).stream()
                .flatMap(machine -> daemon(machine).runs().stream())
                .map(Binaries::runs)
                .flatMap(ImmutableMultiset::stream)
                .collect(ImmutableList.toImmutableList());
    }

    private static Application onlyContainer(String text) {
        return Texts.only(containers(text));
    }

    private static ImmutableList<String> names(Hardware machine) {
        return daemon(machine).runs().stream()
                .flatMap(image -> image.runs().stream())
                .map(Application::name)
                .collect(ImmutableList.toImmutableList());
    }

    private static DockerDaemon daemon(Hardware machine) {
        return ((HostOS) Texts.only(machine.runs()))
                .runs().stream()
                        .filter(DockerDaemon.class::isInstance)
                        .map(DockerDaemon.class::cast)
                        .findFirst()
                        .orElseThrow();
    }
}
