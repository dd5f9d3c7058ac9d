package io.virtstack.architecture;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("io.virtstack");

    private static final DescribedPredicate<JavaClass> FLOATING =
            DescribedPredicate.describe("floating-point", type -> isFloating(type.getBaseComponentType()));
    private static final DescribedPredicate<JavaMethod> TAKING_FLOATING = DescribedPredicate.describe(
            "take floating-point parameters",
            method -> method.getRawParameterTypes().stream().anyMatch(FLOATING));

    private static final ArchRule NO_CYCLES =
            slices().matching("io.virtstack.(**)").should().beFreeOfCycles();
    private static final ArchRule FEW_DEPENDENCIES = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "io.virtstack..",
                            "java.lang..",
                            "java.math..",
                            "java.nio.charset..",
                            "java.time..",
                            "java.util..",
                            "com.google.common..",
                            "com.google.errorprone.annotations..",
                            "org.jspecify.annotations..",
                            "org.immutables.value..")
                    .and(resideOutsideOfPackage("java.util.logging..")));
    private static final ArchRule NO_FLOATING_FIELDS = noFields().should().haveRawType(FLOATING);
    private static final ArchRule NO_FLOATING_RESULTS = noMethods().should().haveRawReturnType(FLOATING);
    private static final ArchRule NO_FLOATING_PARAMETERS =
            noMethods().that().doNotHaveModifier(JavaModifier.PRIVATE).should(new Meeting<>(TAKING_FLOATING));
    /** It saturates at 2³¹ − 1: sums over copies go over the entries, in {@code long}. */
    private static final ArchRule NO_SATURATING_SIZE = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "the size of a multiset",
                    call -> call.getTarget().getName().equals("size")
                            && call.getTarget().getOwner().isAssignableTo(Multiset.class)));

    private static final ArchRule IMPLEMENTATION_IS_HIDDEN =
            noClasses().that().arePublic().should().haveSimpleNameStartingWith("Immutable");
    private static final ArchRule STYLE_LEAVES_NO_TRACE = noClasses()
            .that()
            .resideOutsideOfPackage("io.virtstack.values..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.virtstack.values..");

    @Test
    void packagesFormNoCycles() {
        NO_CYCLES.check(MAIN);
    }

    @Test
    void onlyTheJdkAndGuavaAreUsed() {
        FEW_DEPENDENCIES.check(MAIN);
    }

    @Test
    void measuresAreWholeNumbers() {
        NO_FLOATING_FIELDS.check(MAIN);
        NO_FLOATING_RESULTS.check(MAIN);
        NO_FLOATING_PARAMETERS.check(MAIN);
    }

    @Test
    void copiesAreNeverCountedBySize() {
        NO_SATURATING_SIZE.check(MAIN);
    }

    @Test
    void generatedCodeIsNobodysBusiness() {
        IMPLEMENTATION_IS_HIDDEN.check(MAIN);
        STYLE_LEAVES_NO_TRACE.check(MAIN);
    }

    @Test
    void theRulesCatchWhoBreaksThem() {
        JavaClasses offender = new ClassFileImporter().importClasses(ImmutableOffender.class);
        for (ArchRule rule : new ArchRule[] {
            FEW_DEPENDENCIES,
            NO_FLOATING_FIELDS,
            NO_FLOATING_RESULTS,
            NO_FLOATING_PARAMETERS,
            NO_SATURATING_SIZE,
            IMPLEMENTATION_IS_HIDDEN
        }) {
            assertThatThrownBy(() -> rule.check(offender)).isInstanceOf(AssertionError.class);
        }
    }

    private static boolean isFloating(JavaClass type) {
        return type.isEquivalentTo(double.class)
                || type.isEquivalentTo(float.class)
                || type.isEquivalentTo(Double.class)
                || type.isEquivalentTo(Float.class);
    }

    /** Breaks the rules, so that each is seen to bite. */
    public static class ImmutableOffender {
        public final double[] shares = {0.5};

        public float size(ImmutableMultiset<String> copies, double factor) {
            Logger.getLogger("x").fine("x");
            return (float) (copies.size() * factor);
        }
    }
}
