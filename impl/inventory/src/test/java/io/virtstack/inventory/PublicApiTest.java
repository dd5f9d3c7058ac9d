package io.virtstack.inventory;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Reading;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublicApiTest {
    @Test
    void isSmall() {
        assertThat(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.virtstack.inventory"))
                .filteredOn(type -> type.getPackageName().equals("io.virtstack.inventory"))
                .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filteredOn(JavaClass::isTopLevelClass)
                .extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder(
                        "ImageReader",
                        "Inventory",
                        "InventoryException",
                        "InventoryFile",
                        "InventoryNote",
                        "InventoryOptions",
                        "InventoryRule",
                        "ReadLimits",
                        "StackJson");
    }

    @Test
    void rulesHaveDistinctIds() {
        assertThat(Arrays.stream(InventoryRule.values()).map(InventoryRule::id)).doesNotHaveDuplicates();
        for (Limit limit : Limit.values()) {
            assertThat(limit.rule().id())
                    .isEqualTo("limit." + limit.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    @Test
    void limitsAreValues() {
        ReadLimits limits = ReadLimits.defaults().with(Limit.LAYERS, 3).with(Limit.IMAGES, 4);
        assertThat(limits.get(Limit.LAYERS)).isEqualTo(3);
        assertThat(limits.get(Limit.JSON_DEPTH)).isEqualTo(100);
        assertThat(ReadLimits.defaults().get(Limit.LAYERS)).isEqualTo(1_000);
        assertThat(limits).isEqualTo(ReadLimits.defaults().with(Limit.IMAGES, 4).with(Limit.LAYERS, 3));
        assertThat(limits)
                .hasSameHashCodeAs(ReadLimits.defaults().with(Limit.IMAGES, 4).with(Limit.LAYERS, 3));
        assertThat(ReadLimits.defaults().with(Limit.LAYERS, 1_000)).isEqualTo(ReadLimits.defaults());
        assertThatThrownBy(() -> ReadLimits.defaults().with(Limit.LAYERS, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LAYERS");
        assertThatThrownBy(() -> ReadLimits.defaults().with(Limit.JSON_DEPTH, 1_001))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void messagesNeitherFloodNorForgeLogs() {
        Reading reading = new Reading(Path.of("x"), ReadLimits.defaults());
        InventoryException refusal =
                reading.refuse("a\nb", InventoryRule.DOCUMENT_FORM, "line\r\n" + "x".repeat(100_000), "repair it");
        assertThat(refusal.getMessage())
                .hasSizeLessThan(400)
                .doesNotContain("\n", "\r")
                .endsWith("; repair it");
        assertThat(refusal.place()).doesNotContain("\n");
    }
}
