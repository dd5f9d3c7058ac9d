package io.virtstack.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Images that share layers in all ways there are, and containers of them, made with an engine. */
public final class TangledImages {
    private static final String[] APPLETS = {"sh", "head", "sleep", "ln", "rm", "mkdir", "touch", "cat"};

    private final OwnEngine engine;
    private final Path folder;
    private int files;

    public TangledImages(OwnEngine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    public void make() throws IOException, InterruptedException {
        importBase();
        build();
        load();
        run();
    }

    private void importBase() throws IOException, InterruptedException {
        byte[] busybox = Files.readAllBytes(OwnEngine.require("busybox", "busybox-static"));
        byte[] base = LayerTar.of(tar -> {
            tar.directory("bin").file("bin/busybox", busybox, 0755);
            for (String applet : APPLETS) {
                tar.symbolicLink("bin/" + applet, "busybox");
            }
        });
        engine.docker(Optional.of(file(base)), "import", "-", "base:1");
        engine.docker("tag", "base:1", "base:latest");
        engine.docker("tag", "base:1", "registry.example:5000/team/base:1");
        byte[] other = LayerTar.of(tar -> tar.directory("etc").file("etc/other", 4_321));
        engine.docker(Optional.of(file(other)), "import", "-", "imported:1");
    }

    private void build() throws IOException, InterruptedException {
        build("one:1", "FROM base:1\nENV A=1\nRUN head -c 1000 /dev/zero > /one\nCMD [\"sleep\", \"600\"]\n");
        build("two:1", "FROM one:1\nRUN head -c 70000 /dev/zero > /two && ln /two /hard && ln -s /two /soft\n");
        build("three:1", "FROM one:1\nLABEL x=y\nRUN head -c 5 /dev/zero > /three\nRUN rm /one\nWORKDIR /srv\n");
        build("nothing:1", "FROM one:1\nENV B=2\nRUN sleep 0\nENV C=3\n");
        build(
                "touch:1",
                "FROM base:1\nENV D=1\nRUN touch /empty\nENV E=1\nRUN head -c 9 /dev/zero > /nine\nRUN mkdir /dir\n");
        build("meta:1", "FROM two:1\nLABEL only=metadata\n");
        build("moved:1", "FROM base:1\nRUN head -c 3333 /dev/zero > /first\n");
        build("moved:1", "FROM base:1\nRUN head -c 4444 /dev/zero > /second\n");
        build("chain:1", "FROM two:1\nRUN head -c 11 /dev/zero > /c1\nRUN head -c 22 /dev/zero > /c2\n");
        build("chain:2", "FROM chain:1\nRUN head -c 33 /dev/zero > /c3\nRUN head -c 44 /dev/zero > /c1\n");
    }

    private void load() throws IOException, InterruptedException {
        byte[] a = LayerTar.of(tar -> tar.file("a", 1_111));
        byte[] b = LayerTar.of(tar -> tar.file("b", 2_222).hardLink("b2", "b").symbolicLink("b3", "somewhere"));
        byte[] c = LayerTar.of(tar -> tar.file("c", 3_333).file(".wh.a", 0));
        byte[] d = LayerTar.of(tar -> tar.directory("d").file("d/d", 44_444));
        byte[] directory = LayerTar.of(tar -> tar.directory("empty"));
        byte[] nothing = LayerTar.of(tar -> {});
        load(SavedArchive.of("load/a:1", List.of(a)));
        load(SavedArchive.of("load/ab:1", List.of(a, b)));
        load(SavedArchive.of("load/ba:1", List.of(b, a)));
        load(SavedArchive.of("load/aa:1", List.of(a, a)));
        load(SavedArchive.of("load/aba:1", List.of(a, b, a)));
        load(SavedArchive.of("load/ab-again:1", List.of(a, b)));
        load(SavedArchive.of("load/empties:1", List.of(a, directory, nothing, b, directory)));
        load(new SavedArchive("load/ambiguous:1", List.of(a, b, directory, c), List.of(true, false, true, true, true)));
        load(new SavedArchive("load/one-gap:1", List.of(d, directory, c), List.of(true, true, false, true)));
        load(new SavedArchive("load/no-history:1", List.of(a, d, c), List.of()));
        load(new SavedArchive("load/no-history:2", List.of(a, d, b), List.of()));
        List<byte[]> pool = List.of(a, b, c, d, directory, nothing);
        Random random = new Random(20_10);
        for (int i = 1; i <= 10; i++) {
            List<byte[]> chain = new ArrayList<>();
            for (int length = 1 + random.nextInt(7); length > 0; length--) {
                chain.add(pool.get(random.nextInt(pool.size())));
            }
            load(SavedArchive.of("random:" + i, chain));
        }
    }

    private void run() throws IOException, InterruptedException {
        for (int i = 1; i <= 4; i++) {
            engine.docker(
                    "run",
                    "--detach",
                    "--stop-signal=KILL",
                    "--network=none",
                    "--name=running-" + i,
                    "--memory=64m",
                    "--cpus=0.5",
                    "one:1",
                    "sh",
                    "-c",
                    "head -c " + (i * 1_001) + " /dev/zero > /w && sleep 600");
        }
        for (int i = 1; i <= 4; i++) {
            engine.docker(
                    "run",
                    "--network=none",
                    "--name=stopped-" + i,
                    "two:1",
                    "sh",
                    "-c",
                    "head -c " + (i * 77) + " /dev/zero > /w && rm /hard");
        }
        engine.docker("create", "--name=created", "load/ab:1", "anything");
        engine.docker(
                "run",
                "--detach",
                "--stop-signal=KILL",
                "--network=none",
                "--name=paused",
                "--volume=data:/data",
                "base:1",
                "sh",
                "-c",
                "head -c 12345 /dev/zero > /data/v && head -c 6 /dev/zero > /w && sleep 600");
        engine.docker("run", "--network=none", "--name=orphan", "moved:1", "sh", "-c", "head -c 8 /dev/zero > /w");
        build("moved:1", "FROM base:1\nRUN head -c 5555 /dev/zero > /third\n");
        String hidden = engine.docker("inspect", "--format={{.Parent}}", "chain:1");
        engine.docker("run", "--network=none", "--name=of-hidden", hidden, "sh", "-c", "head -c 7 /dev/zero > /w");
        Thread.sleep(500);
        engine.docker("pause", "paused");
    }

    /** Without a context, so that no file of this machine gets into it. */
    private void build(String tag, String dockerfile) throws IOException, InterruptedException {
        engine.docker(
                Optional.of(file(dockerfile.getBytes(StandardCharsets.UTF_8))),
                "build",
                "--network=none",
                "--tag=" + tag,
                "-");
    }

    private void load(SavedArchive archive) throws IOException, InterruptedException {
        engine.docker("load", "--input=" + file(archive.bytes()));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("input-" + files++), content);
    }
}
