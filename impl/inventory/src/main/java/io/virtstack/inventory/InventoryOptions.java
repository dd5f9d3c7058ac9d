package io.virtstack.inventory;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.virtstack.platform.Platform;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader cannot know from the files: how much they may demand, and choices that they leave open.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class InventoryOptions {
    private static final InventoryOptions DEFAULTS = new InventoryOptions(
            ReadLimits.defaults(), ImmutableMap.of(), ImmutableSet.of(), Optional.empty(), Platform.LINUX_AMD64);

    private final ReadLimits limits;
    private final ImmutableMap<String, String> variables;
    private final ImmutableSet<String> profiles;
    private final Optional<String> configuration;
    private final Platform platform;

    private InventoryOptions(
            ReadLimits limits,
            ImmutableMap<String, String> variables,
            ImmutableSet<String> profiles,
            Optional<String> configuration,
            Platform platform) {
        this.limits = limits;
        this.variables = variables;
        this.profiles = profiles;
        this.configuration = configuration;
        this.platform = platform;
    }

    /** {@return default limits, no variables, no profiles, no chosen configuration, linux/amd64} */
    public static InventoryOptions defaults() {
        return DEFAULTS;
    }

    /** {@return what a file may demand} */
    public ReadLimits limits() {
        return limits;
    }

    /** {@return the variables that a compose file may refer to; the environment of the process is not used} */
    public ImmutableMap<String, String> variables() {
        return variables;
    }

    /** {@return the compose profiles that are active} */
    public ImmutableSet<String> profiles() {
        return profiles;
    }

    /** {@return the id of the deployment option of an OVF descriptor; empty for the one it declares the default} */
    public Optional<String> configuration() {
        return configuration;
    }

    /** {@return which platform to take where an image comes in several} */
    public Platform platform() {
        return platform;
    }

    /**
     * {@return these options with other limits}
     *
     * @param limits what a file may demand
     */
    public InventoryOptions withLimits(ReadLimits limits) {
        return new InventoryOptions(limits, variables, profiles, configuration, platform);
    }

    /**
     * {@return these options with other variables}
     *
     * @param variables what a compose file may refer to
     */
    public InventoryOptions withVariables(Map<String, String> variables) {
        return new InventoryOptions(limits, ImmutableMap.copyOf(variables), profiles, configuration, platform);
    }

    /**
     * {@return these options with other profiles}
     *
     * @param profiles the compose profiles that are active; {@code *} for all
     */
    public InventoryOptions withProfiles(Iterable<String> profiles) {
        return new InventoryOptions(limits, variables, ImmutableSet.copyOf(profiles), configuration, platform);
    }

    /**
     * {@return these options with another deployment option}
     *
     * @param configuration the id that an OVF descriptor gives it
     */
    public InventoryOptions withConfiguration(String configuration) {
        return new InventoryOptions(limits, variables, profiles, Optional.of(configuration), platform);
    }

    /**
     * {@return these options with another preference among platforms}
     *
     * @param platform which platform to take where an image comes in several
     */
    public InventoryOptions withPlatform(Platform platform) {
        return new InventoryOptions(limits, variables, profiles, configuration, platform);
    }
}
