package io.virtstack.inventory.format;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.compose.ComposeFile;
import io.virtstack.inventory.docker.DockerOutput;
import io.virtstack.inventory.docker.PodmanInfo;
import io.virtstack.inventory.host.Lsblk;
import io.virtstack.inventory.host.Lscpu;
import io.virtstack.inventory.host.LscpuTable;
import io.virtstack.inventory.host.OsRelease;
import io.virtstack.inventory.json.StackDocuments;
import io.virtstack.inventory.kubernetes.KubernetesManifests;
import io.virtstack.inventory.libvirt.LibvirtDomain;
import io.virtstack.inventory.libvirt.QemuImgInfo;
import io.virtstack.inventory.ovf.OvfDescriptor;
import io.virtstack.inventory.source.Source;
import java.util.stream.Collectors;

/** All kinds of text files, in the order in which they are tried: the most specific first. */
public final class Formats {
    private static final ImmutableList<Format> ALL = ImmutableList.<Format>builder()
            .add(new StackDocuments())
            .add(new Lscpu())
            .add(new LscpuTable())
            .add(new Lsblk())
            .add(new QemuImgInfo())
            .add(new LibvirtDomain())
            .add(new OvfDescriptor())
            .add(new OsRelease())
            .addAll(DockerOutput.ALL)
            // YAML comes last: a text that is nothing else is refused as YAML.
            .add(new PodmanInfo())
            .add(new ComposeFile())
            .add(new KubernetesManifests())
            .build();

    private Formats() {}

    /**
     * {@return the kind of a file}
     *
     * @throws InventoryException if it is none
     */
    public static Format of(Source source) {
        InventoryException notJson = null;
        for (Format format : ALL) {
            try {
                if (format.recognises(source)) {
                    return format;
                }
            } catch (InventoryException e) {
                // What begins like JSON and is none may still be YAML.
                if (e.rule() != InventoryRule.JSON_SYNTAX) {
                    throw e;
                }
                notJson = e;
            }
        }
        if (notJson != null) {
            throw notJson;
        }
        throw source.refuse(
                0,
                InventoryRule.FILE_UNRECOGNISED,
                source.text().isBlank() ? "nothing but white space" : "a text of no known kind",
                "name a file of one of these kinds, or an image: "
                        + ALL.stream().map(Format::kind).collect(Collectors.joining(", ")));
    }
}
