package io.virtstack.inventory.json;

import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.inventory.source.Tree;
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

    static Image image(Tree tree) {
        Members members = new Members(tree);
        Image.Builder image = Image.builder();
        members.digest("id").ifPresent(image::id);
        members.list("tags").forEach(tag -> image.tag(tag.text()));
        members.find("platform").map(ContainerReader::platform).ifPresent(image::platform);
        members.get("layers").elements().forEach(layer -> image.layer(layer(layer)));
        return members.build(image::build);
    }

    private static Platform platform(Tree tree) {
        Members members = new Members(tree);
        OsFamily family =
                members.constant("family", OsFamily.class).orElseThrow(() -> StackReader.absent(members, "family"));
        Architecture architecture = members.constant("architecture", Architecture.class)
                .orElseThrow(() -> StackReader.absent(members, "architecture"));
        return members.build(() -> new Platform(family, architecture));
    }

    private static ImageLayer layer(Tree tree) {
        Members members = new Members(tree);
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
        members.text("version").ifPresent(application::version);
        members.bytes("memoryLimitBytes").ifPresent(application::memoryLimit);
        members.millis("cpuLimitMillis").ifPresent(application::cpuLimit);
        Optional<DataSize> writable = members.bytes("writableBytes");
        if (writable.isPresent() || members.isNull("writableBytes")) {
            application.writable(writable);
        }
        application.running(members.flag("running", true));
        members.list("volumes").forEach(volume -> application.volume(volume(volume)));
        return members.build(application::build);
    }

    private static Volume volume(Tree tree) {
        Members members = new Members(tree);
        String name = members.get("name").text();
        Optional<DataSize> size = members.bytes("bytes");
        boolean shared = members.flag("shared", true);
        return members.build(() -> new Volume(name, size, shared));
    }
}
