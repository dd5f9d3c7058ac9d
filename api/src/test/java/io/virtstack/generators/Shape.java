package io.virtstack.generators;

import com.google.common.collect.ImmutableList;

/** The kinds of layers, where hypervisors and binaries come in two forms. */
enum Shape {
    HARDWARE,
    HOST_OS,
    BARE_METAL,
    HOSTED,
    DAEMON,
    GUEST,
    BINARIES,
    IMAGE,
    APPLICATION;

    /** What may stand here; repeated where it should be frequent, and none on an application. */
    ImmutableList<Shape> above(boolean containersOnHost) {
        return switch (this) {
            case HARDWARE ->
                containersOnHost ? ImmutableList.of(HOST_OS) : ImmutableList.of(HOST_OS, BARE_METAL, HOST_OS);
            case HOST_OS, GUEST ->
                containersOnHost ? ImmutableList.of(DAEMON) : ImmutableList.of(BINARIES, DAEMON, HOSTED, DAEMON);
            case BARE_METAL, HOSTED -> ImmutableList.of(GUEST);
            case DAEMON -> ImmutableList.of(BINARIES, IMAGE, IMAGE);
            case BINARIES, IMAGE -> ImmutableList.of(APPLICATION);
            case APPLICATION -> ImmutableList.of();
        };
    }
}
