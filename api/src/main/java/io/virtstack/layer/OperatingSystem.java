package io.virtstack.layer;

import com.google.common.collect.ImmutableMultiset;
import io.virtstack.platform.OsFamily;
import java.util.Optional;

/** What host and guest operating systems have in common. */
public sealed interface OperatingSystem permits HostOS, GuestOS {
    /** {@return what it is called} */
    String name();

    /** {@return the family of its kernel, empty if unknown} */
    Optional<OsFamily> family();

    /** {@return the distribution or edition, for example {@code debian}, empty if unknown} */
    Optional<String> distribution();

    /** {@return the version of the distribution, for example {@code 12}, empty if unknown} */
    Optional<String> version();

    /** {@return what runs on it} */
    ImmutableMultiset<RunsOnOperatingSystem> runs();

    /**
     * The part of a builder that says which operating system it is.
     *
     * @param <B> the builder
     */
    interface Builder<B extends Builder<B>> {
        /**
         * Sets the family of the kernel.
         *
         * @param family for example {@link OsFamily#LINUX}
         */
        B family(OsFamily family);

        /**
         * Sets the distribution or edition.
         *
         * @param distribution for example {@code debian}
         */
        B distribution(String distribution);

        /**
         * Sets the version of the distribution.
         *
         * @param version for example {@code 12}
         */
        B version(String version);
    }
}
