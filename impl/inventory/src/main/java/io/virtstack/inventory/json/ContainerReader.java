package io.virtstack.inventory.json;

import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.inventory.document.Node;
import io.virtstack.layer.Application;
import io.virtstack.machine.Volume;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.platform.Platform;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/** Reads images, and applications with the limits and volumes of their containers. */
final class ContainerReader {
    private ContainerReader() {}

    static Image image(Node node) {
        Members members = new Members(node);
        Image.Builder image = Image.builder();
        members.digest("id").ifPresent(image::id);
        members.list("tags").forEach(tag -> image.tag(Members.text(tag)));
        members.find("platform").map(ContainerReader::platform).ifPresent(image::platform);
        members.get("layers").elements().forEach(layer -> image.layer(layer(layer)));
        return members.build(image::build);
    }

    private static Platform platform(Node node) {
        Members members = new Members(node);
        OsFamily family =
                members.constant("family", OsFamily.class).orElseThrow(() -> StackReader.absent(members, "family"));
        Architecture architecture = members.constant("architecture", Architecture.class)
                .orElseThrow(() -> StackReader.absent(members, "architecture"));
        return members.build(() -> new Platform(family, architecture));
    }

    private static ImageLayer layer(Node node) {
        Members members = new Members(node);
        ImageLayer.Builder layer =
                ImageLayer.builder(members.digest("diffId").orElseThrow(() -> StackReader.absent(members, "diffId")));
        members.bytes("contentBytes").ifPresent(layer::contentSize);
        members.bytes("tarBytes").ifPresent(layer::tarSize);
        members.bytes("compressedBytes").ifPresent(layer::compressedSize);
        members.bytes("storedBytes").ifPresent(layer::storedSize);
        members.digest("blob").ifPresent(layer::blob);
        return members.build(layer::build);
    }

    static Application application(Members members, Application.Builder application) {
        members.findText("version").ifPresent(application::version);
        members.bytes("memoryLimitBytes").ifPresent(application::memoryLimit);
        members.millis("cpuLimitMillis").ifPresent(application::cpuLimit);
        if (members.isNull("writableBytes")) {
            application.writable(Optional.empty());
        } else {
            members.bytes("writableBytes").ifPresent(bytes -> application.writable(Optional.of(bytes)));
        }
        application.running(members.flag("running", true));
        members.list("volumes").forEach(volume -> application.volume(volume(volume)));
        return members.build(application::build);
    }

    private static Volume volume(Node node) {
        Members members = new Members(node);
        String name = members.getText("name");
        Optional<DataSize> size = members.bytes("bytes");
        boolean shared = members.flag("shared", true);
        return members.build(() -> new Volume(name, size, shared));
    }
}
