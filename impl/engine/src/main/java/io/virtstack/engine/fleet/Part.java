package io.virtstack.engine.fleet;

import io.virtstack.footprint.Category;

/** What a block of a fleet has a table for. */
enum Part {
    /** Machines; their figures are capacities. */
    HARDWARE(Category.HARDWARE),
    HOST_OS(Category.HOST_OS),
    HYPERVISOR(Category.HYPERVISOR),
    GUEST_OS(Category.GUEST_OS),
    DOCKER_DAEMON(Category.DOCKER_DAEMON),
    /** Binaries on operating systems; those on daemons are images. */
    BINARIES(Category.BINARIES),
    /** Applications, and images that no application uses. */
    APPLICATION(Category.APPLICATION),
    /** The applications on one daemon or one operating system: they are rows side by side. */
    GROUP(Category.APPLICATION);

    private static final Part[] VALUES = values();

    private final Category category;

    Part(Category category) {
        this.category = category;
    }

    Category category() {
        return category;
    }

    @SuppressWarnings("EnumOrdinal") // tables are arrays by part
    int index() {
        return ordinal();
    }

    static int count() {
        return VALUES.length;
    }

    static Part at(int ordinal) {
        return VALUES[ordinal];
    }
}
