package io.virtstack.compiling;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One run of the compiler over classes given as text, on the class path of the tests and without annotation processing. */
public final class Compilation {
    private static final ImmutableList<String> OPTIONS = ImmutableList.of(
            "-proc:none", "-Xmaxerrs", "10000", "-classpath", System.getProperty("java.class.path", ""));

    private final ImmutableList<Diagnostic<? extends JavaFileObject>> diagnostics;
    private final ImmutableMap<String, byte[]> classes;

    private Compilation(
            ImmutableList<Diagnostic<? extends JavaFileObject>> diagnostics, ImmutableMap<String, byte[]> classes) {
        this.diagnostics = diagnostics;
        this.classes = classes;
    }

    /**
     * {@return the outcome for these classes}
     *
     * @param sources the name of each class of the unnamed package, and its text
     */
    public static Compilation of(Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(collector, null, null);
                InMemoryFiles files = new InMemoryFiles(standard)) {
            compiler.getTask(null, files, collector, OPTIONS, null, InMemoryFiles.sources(sources))
                    .call();
            return new Compilation(ImmutableList.copyOf(collector.getDiagnostics()), files.classes());
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    /**
     * {@return the errors in one class}
     *
     * @param className which class
     */
    public ImmutableList<Diagnostic<? extends JavaFileObject>> errors(String className) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .filter(diagnostic -> Optional.<JavaFileObject>ofNullable(diagnostic.getSource())
                        .filter(source -> source.isNameCompatible(className, JavaFileObject.Kind.SOURCE))
                        .isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    /** {@return the number of errors in all classes, and in none} */
    public long errorCount() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .count();
    }

    /**
     * {@return a compiled class, loaded}
     *
     * @param name which class
     * @throws ClassNotFoundException if it did not compile
     */
    public Class<?> load(String name) throws ClassNotFoundException {
        return new InMemoryClasses(classes).loadClass(name);
    }

    private static final class InMemoryClasses extends ClassLoader {
        private final ImmutableMap<String, byte[]> classes;

        InMemoryClasses(ImmutableMap<String, byte[]> classes) {
            super(Compilation.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = classes.get(name);
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, code, 0, code.length);
        }
    }
}
