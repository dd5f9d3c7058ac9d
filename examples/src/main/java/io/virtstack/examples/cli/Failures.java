package io.virtstack.examples.cli;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import io.virtstack.docker.DockerException;
import io.virtstack.inventory.InventoryException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What users see of an exception: one line, and an exit code that tells their files and engines from our failures. */
final class Failures {
    private static final int BAD_INPUT = 1;
    /** The code that BSD's sysexits reserves for an internal error of the software. */
    private static final int FAILED = 70;

    private Failures() {}

    static int report(Exception failure, CommandLine command, ParseResult parsed) {
        boolean badInput = failure instanceof InventoryException || failure instanceof DockerException;
        String text = badInput ? Strings.nullToEmpty(failure.getMessage()) : failure.toString();
        command.getErr()
                .println("virtstack: " + CharMatcher.breakingWhitespace().collapseFrom(text, ' '));
        return badInput ? BAD_INPUT : FAILED;
    }
}
