package io.virtstack.docker;

/**
 * The rules that an engine must obey to be read.
 *
 * <p>{@link #id()} is stable across releases and is what to store or filter by.
 */
public enum DockerRule {
    /** The address of the engine is one that can be connected to. */
    ADDRESS("docker.address"),
    /** The certificates and the key are there and can be used. */
    CERTIFICATES("docker.certificates"),
    /** The engine can be reached. */
    REACHABLE("docker.reachable"),
    /** The engine answers in time. */
    TIMELY("docker.timely"),
    /** The engine answers each call to the end. */
    COMPLETE("docker.complete"),
    /** The engine fulfils each call. */
    SUCCESS("docker.success"),
    /** The engine speaks a version of its API that is known. */
    VERSION("docker.version"),
    /** What the engine answers is of the form that its API demands, and within the limits. */
    ANSWER("docker.answer"),
    /** What the engine has does not change faster than it can be read. */
    STEADY("docker.steady");

    private final String id;

    DockerRule(String id) {
        this.id = id;
    }

    /** {@return the stable identifier, for example {@code docker.timely}} */
    public String id() {
        return id;
    }
}
