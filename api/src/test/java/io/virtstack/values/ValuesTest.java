package io.virtstack.values;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.image.ChainId;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.ContainerOverhead;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.VmOverhead;
import io.virtstack.machine.Volume;
import io.virtstack.platform.Platform;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Ratio;
import io.virtstack.violation.Violation;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import nl.jqno.equalsverifier.api.SingleTypeEqualsVerifierApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every attribute of every value counts in {@code equals} and {@code hashCode}, and nothing else does. */
class ValuesTest {
    private static final Digest RED = Digest.sha256("red");
    private static final Digest BLUE = Digest.sha256("blue");

    @ParameterizedTest
    @ValueSource(
            classes = {
                DataSize.class,
                Cpu.class,
                Platform.class,
                ChainId.class,
                Storage.class,
                Volume.class,
                VmOverhead.class,
                ContainerOverhead.class,
                VirtualDisk.Thick.class,
                VirtualDisk.Thin.class,
                VirtualDisk.LinkedClone.class,
                Violation.class
            })
    void records(Class<?> type) {
        EqualsVerifier.forClass(type)
                .withPrefabValues(Digest.class, RED, BLUE)
                .withPrefabValues(ImmutableMap.class, ImmutableMap.of(), ImmutableMap.of("x", 1L))
                // Compact constructors read the components, and in a null-marked package nothing passes null.
                .suppress(Warning.NULL_FIELDS)
                .verify();
    }

    @Test
    void digest() {
        EqualsVerifier.forClass(Digest.class)
                .withPrefabValuesForField("value", RED.value(), BLUE.value())
                .withNonnullFields("value")
                .verify();
    }

    @Test
    void ratio() {
        EqualsVerifier.forClass(Ratio.class)
                .withPrefabValuesForField("numerator", 3L, 5L)
                .withPrefabValuesForField("denominator", 7L, 11L)
                .verify();
    }

    @ParameterizedTest
    @MethodSource
    void immutables(Object example) {
        verifier(example).verify();
    }

    static Stream<Object> immutables() {
        return Stream.of(
                Image.of(),
                ImageLayer.builder(RED).build(),
                VirtualHardware.builder().build(),
                Hardware.builder("x").build(),
                HostOS.builder("x").build(),
                Hypervisor.bareMetal("x").build(),
                Hypervisor.hosted("x").build(),
                DockerDaemon.builder("x").build(),
                GuestOS.builder("x").build(),
                Binaries.builder("x").build(),
                Application.builder("x").build());
    }

    @SuppressWarnings("unchecked")
    private static <T> SingleTypeEqualsVerifierApi<T> verifier(T example) {
        return EqualsVerifier.forClass((Class<T>) example.getClass())
                .withPrefabValues(Digest.class, RED, BLUE)
                .withPrefabValues(
                        ImageLayer.class,
                        ImageLayer.builder(RED).build(),
                        ImageLayer.builder(BLUE).build())
                .withPrefabValues(
                        Image.class, Image.of(), Image.builder().tag("x").build())
                .withPrefabValues(
                        VirtualHardware.class,
                        VirtualHardware.of(1, "1 GB", "1 GB"),
                        VirtualHardware.of(2, "1 GB", "1 GB"))
                .withPrefabValues(
                        ImmutableMultiset.class,
                        ImmutableMultiset.of(Application.builder("x").build()),
                        ImmutableMultiset.of(Application.builder("y").build()))
                .withPrefabValues(ImmutableList.class, ImmutableList.of("x"), ImmutableList.of("y"))
                // The hash is computed once, kept in a transient field, and compared first.
                .suppress(Warning.TRANSIENT_FIELDS)
                // Builders and withers refuse null, so equals need not expect it.
                .suppress(Warning.NULL_FIELDS)
                .withCachedHashCode("hashCode", "computeHashCode", example)
                .withIgnoredFields(derived(example.getClass()));
    }

    /** Height follows from what runs here, and the shim only serves the constructor. */
    private static String[] derived(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .map(Field::getName)
                .filter(name -> name.equals("height") || name.equals("initShim"))
                .toArray(String[]::new);
    }
}
