package io.virtstack.examples.cli;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.virtstack.docker.DockerException;
import io.virtstack.docker.DockerRule;
import io.virtstack.inventory.InventoryException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What users see of an exception: one line, and an exit code that tells their files and engines from our failures. */
final class Failures {
    private static final int BAD_INPUT = 1;
    /** The code that BSD's sysexits reserves for an internal error of the software. */
    private static final int FAILED = 70;

    private static final ImmutableSet<DockerRule> NOT_THERE =
            Sets.immutableEnumSet(DockerRule.ADDRESS, DockerRule.REACHABLE);

    private Failures() {}

    static int report(Exception failure, CommandLine command, ParseResult parsed) {
        boolean badInput = failure instanceof InventoryException || failure instanceof DockerException;
        String text = badInput ? Strings.nullToEmpty(failure.getMessage()) + hint(failure) : failure.toString();
        command.getErr()
                .println("virtstack: " + CharMatcher.breakingWhitespace().collapseFrom(text, ' '));
        return badInput ? BAD_INPUT : FAILED;
    }

    /** Nothing is half printed: commands print when they have all they print. */
    static int outOfMemory(PrintWriter err) {
        err.println("virtstack: this takes more memory than Java may use: raise it, as in java -Xmx4g -jar …, or read"
                + " fewer files at once");
        return FAILED;
    }

    static int unwritable(PrintWriter err) {
        err.println("virtstack: standard output was closed before everything was written, or its disk is full");
        return FAILED;
    }

    /** What the library cannot know: how an engine is named on this command line. */
    private static String hint(Exception failure) {
        return failure instanceof DockerException engine && NOT_THERE.contains(engine.rule())
                ? " (another engine: --host URI, or DOCKER_HOST)"
                : "";
    }
}
