package io.virtstack.docs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Finds what lacks documentation: whatever an exported package shows, and every package. */
final class JavadocCheck {
    private static final Pattern EXPORT = Pattern.compile("^\\s*exports\\s+([\\w.]+)", Pattern.MULTILINE);
    private static final String MODULE = "module-info.java";

    private JavadocCheck() {}

    /** {@return what is missing below a source root, one line for each; without a module every package can be seen} */
    static ImmutableList<String> missing(Path sourceRoot) {
        try (StandardJavaFileManager files =
                        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(sourceRoot)) {
            List<Path> sources = paths.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith(MODULE))
                    .sorted()
                    .toList();
            Path module = sourceRoot.resolve(MODULE);
            Optional<String> text = Files.exists(module) ? Optional.of(Files.readString(module)) : Optional.empty();
            return missing(text, files.getJavaFileObjectsFromPaths(sources));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@return what is missing in these sources, one line for each} */
    static ImmutableList<String> missing(Optional<String> module, Iterable<? extends JavaFileObject> sources) {
        DocumentedElements elements = new DocumentedElements(module.map(JavadocCheck::exports));
        JavaCompiler.CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        // Other modules' types may be out of reach here; their absence is no matter of documentation.
                        diagnostic -> {},
                        ImmutableList.of("-proc:only", "-classpath", System.getProperty("java.class.path", "")),
                        null,
                        sources);
        task.setProcessors(ImmutableList.of(elements));
        task.call();
        return elements.missing();
    }

    private static ImmutableSet<String> exports(String module) {
        return EXPORT.matcher(module)
                .results()
                .map((MatchResult export) -> export.group(1))
                .collect(ImmutableSet.toImmutableSet());
    }
}
