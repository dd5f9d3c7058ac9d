package io.virtstack.footprint;

import com.google.common.base.Ascii;
import io.virtstack.layer.LayerKind;

/** What a breakdown by kind of layer has rows for: the seven kinds, and what belongs to none of them. */
public enum Category {
    /** {@link LayerKind#HARDWARE}; costs nothing. */
    HARDWARE,
    /** {@link LayerKind#HOST_OS}. */
    HOST_OS,
    /** {@link LayerKind#HYPERVISOR}. */
    HYPERVISOR,
    /** {@link LayerKind#DOCKER_DAEMON}. */
    DOCKER_DAEMON,
    /** {@link LayerKind#GUEST_OS}; linked clones and what is set aside for machines are here. */
    GUEST_OS,
    /** {@link LayerKind#BINARIES}; images are here. */
    BINARIES,
    /** {@link LayerKind#APPLICATION}; writable bytes, volumes and what is set aside for containers are here. */
    APPLICATION,
    /** Virtual disk that is set aside beyond what the layers take; negative where a disk takes less than they state. */
    ALLOCATION_SLACK,
    /** What hypervisors and daemons take for each machine and container they run. */
    OVERHEAD;

    /**
     * {@return the row of a kind of layer}
     *
     * @param kind one of the seven
     */
    public static Category of(LayerKind kind) {
        return switch (kind) {
            case HARDWARE -> HARDWARE;
            case HOST_OS -> HOST_OS;
            case HYPERVISOR -> HYPERVISOR;
            case DOCKER_DAEMON -> DOCKER_DAEMON;
            case GUEST_OS -> GUEST_OS;
            case BINARIES -> BINARIES;
            case APPLICATION -> APPLICATION;
        };
    }

    /** {@return what it is called in tables, for example {@code guest os}} */
    public String label() {
        return Ascii.toLowerCase(name()).replace('_', ' ');
    }
}
