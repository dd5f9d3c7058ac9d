package io.virtstack.inventory;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The same as {@link ReadersFuzz}, for what describes containers. */
class ContainerReadersFuzz {
    private static final String LONGEST = "10m";

    static Stream<byte[]> dockerStarts() {
        return starts(
                """
                [{"Id": "sha256:0000000000000000000000000000000000000000000000000000000000000000", "RepoTags": ["a:1"],
                  "Architecture": "amd64", "Os": "linux", "Size": 3, "RootFS": {"Type": "layers", "Layers":
                  ["sha256:0000000000000000000000000000000000000000000000000000000000000001"]}},
                 {"Id": "c", "Name": "/n", "Image": "sha256:00", "Config": {"Image": "a:1"}, "State": {"Running": true},
                  "HostConfig": {"Memory": 9, "NanoCpus": 1000001, "CpuQuota": 5, "CpuPeriod": 7}, "SizeRw": 5,
                  "Mounts": [{"Type": "volume", "Name": "v"}]}]
                """,
                """
                {"Name": "h", "NCPU": 2, "MemTotal": 5, "OperatingSystem": "x", "OSType": "linux", "OSVersion": "1",
                 "Architecture": "x86_64", "Driver": "overlayfs", "DriverStatus": [["driver-type", "io.containerd"]]}
                """,
                """
                {"LayersSize": 9, "Images": [{"Id": "sha256:1", "RepoTags": ["a"], "Size": 9, "SharedSize": 4}],
                 "Containers": [{"Id": "c", "Names": ["/n"], "Image": "a", "ImageID": "sha256:1", "SizeRw": -1,
                 "State": "paused"}], "Volumes": [{"Name": "v", "UsageData": {"Size": 7}}], "BuildCache": [{}]}
                """,
                """
                {"ImageUsage": {"TotalCount": 1, "TotalSize": 3, "Items": [{"Id": "x", "RepoTags": null, "Size": 3,
                 "SharedSize": 0}]}, "VolumeUsage": {"TotalCount": 2}}
                """,
                """
                {"ID":"c1","Names":"f,g","Image":"nginx","State":"running","Size":"1.5kB (virtual 187MB)","Mounts":"d"}
                {"ID":"i1","Repository":"r","Tag":"t","Size":"12B","SharedSize":"N/A"}
                """);
    }

    static Stream<byte[]> composeStarts() {
        return starts(
                """
                name: ${P:-p}
                x-a: &a {image: "i:${T:-1}", cpus: 0.5, deploy: {mode: global, replicas: 2, resources:
                  {limits: {cpus: '1.5', memory: 1.5g}, reservations: {cpus: .25, memory: 5m}}}}
                include: [{path: [none.yaml], project_directory: d, env_file: [e]}]
                services:
                  one: {<<: *a, mem_limit: 5kb, mem_reservation: 1b, cpu_quota: 50ms, cpu_period: 100000}
                  two:
                    extends: {service: one}
                    profiles: !override [x]
                    volumes: ['v:/v', {type: volume, source: w}]
                    scale: $$1
                  three: {extends: two, build: ., image: !reset null}
                """,
                "services:\n  a: {image: '${A?x}${B:+${C-$D}}', container_name: n}\n");
    }

    static Stream<byte[]> kubernetesStarts() {
        return starts(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: d, namespace: s, ownerReferences: [{controller: true, kind: X, name: y}]}
                spec:
                  replicas: 3
                  template:
                    spec:
                      runtimeClassName: k
                      overhead: {memory: 1Mi}
                      nodeSelector: {kubernetes.io/os: linux}
                      resources: {requests: {memory: 5Gi}, limits: {cpu: 2}}
                      initContainers:
                      - {name: i, image: a, restartPolicy: Always, resources: {requests: {cpu: 100m}}}
                      - {name: j, image: a, resources: {limits: {memory: 1e3}}}
                      containers:
                      - {name: c, image: b, resources: {requests: {cpu: 1.5, memory: 1Gi}, limits: {memory: 2Gi}}}
                ---
                {apiVersion: v1, kind: Node, metadata: {name: n}, status: {capacity: {cpu: 4, memory: 1Ki},
                 nodeInfo: {architecture: arm64, containerRuntimeVersion: "containerd://1"}}}
                ---
                {apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: k}, overhead: {podFixed: {cpu: 1u}}}
                """,
                """
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: batch/v1, kind: CronJob, metadata: {generateName: c-}, spec: {suspend: true, jobTemplate:
                   {spec: {parallelism: 2, completions: 5, template: {spec: {containers: [{name: x}]}}}}}}
                - {apiVersion: apps/v1, kind: DaemonSet, metadata: {name: d}, spec: {template: {spec: {containers: []}}}}
                - {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {nodeName: n, containers: [{name: x, image: y}]},
                   status: {phase: Failed}}
                """,
                """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: v}
                spec:
                  runStrategy: Halted
                  instancetype: {name: u}
                  dataVolumeTemplates: [{metadata: {name: r}, spec: {pvc: {resources: {requests: {storage: 1Gi}}}}}]
                  template: {spec: {architecture: amd64, domain: {cpu: {cores: 2, threads: 2}, memory: {guest: 1Gi}},
                    volumes: [{dataVolume: {name: r}}, {emptyDisk: {capacity: 1}}, {containerDisk: {image: x}}]}}
                """);
    }

    private static Stream<byte[]> starts(String... texts) {
        return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("dockerStarts")
    @FuzzTest(maxDuration = LONGEST)
    void docker(byte[] bytes) {
        ReadersFuzz.readOrRefuse(bytes);
    }

    @MethodSource("composeStarts")
    @FuzzTest(maxDuration = LONGEST)
    void compose(byte[] bytes) {
        ReadersFuzz.readOrRefuse(bytes);
    }

    @MethodSource("kubernetesStarts")
    @FuzzTest(maxDuration = LONGEST)
    void kubernetes(byte[] bytes) {
        ReadersFuzz.readOrRefuse(bytes);
    }
}
