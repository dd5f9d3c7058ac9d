package io.virtstack.examples.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest states. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "virtstack "
                    + Optional.ofNullable(VirtStack.class.getPackage().getImplementationVersion())
                            .orElse("(not from a jar)")
        };
    }
}
