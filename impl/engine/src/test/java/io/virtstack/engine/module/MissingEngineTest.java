package io.virtstack.engine.module;

import com.google.common.base.Joiner;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import io.virtstack.AggregationEngine;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whoever adds the API alone is told what else to add. */
class MissingEngineTest {
    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static URLClassLoader loader(URL... more) {
        return new URLClassLoader(more, ClassLoader.getPlatformClassLoader());
    }

    private static Method create(URLClassLoader loader) throws ReflectiveOperationException {
        return loader.loadClass(AggregationEngine.class.getName()).getMethod("create");
    }

    @Test
    void theErrorNamesTheArtifact() throws IOException, ReflectiveOperationException {
        try (URLClassLoader apiAlone =
                loader(home(AggregationEngine.class), home(Joiner.class), home(InternalFutureFailureAccess.class))) {
            Method create = create(apiAlone);

            assertThatThrownBy(() -> create.invoke(null))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "no aggregation engine found; add the artifact io.virtstack:virtstack-engine at run time,"
                                    + " and to a jlink image --add-modules io.virtstack.engine");
        }
    }

    @Test
    void theArtifactIsAllThatIsMissing() throws IOException, ReflectiveOperationException {
        try (URLClassLoader both = loader(
                home(AggregationEngine.class),
                home(Joiner.class),
                home(InternalFutureFailureAccess.class),
                home(Class.forName("io.virtstack.engine.ColumnarEngine")))) {
            assertThat(create(both).invoke(null).getClass().getName()).isEqualTo("io.virtstack.engine.ColumnarEngine");
        }
    }
}
