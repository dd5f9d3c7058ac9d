package io.virtstack.engine.module;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What the design says of the engine's main code, held by its classes. */
@AnalyzeClasses(packages = "io.virtstack.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.virtstack.engine";

    /** Data flows one way, and each step knows those before it only. */
    @ArchTest
    static final ArchRule STEPS_KNOW_THOSE_BEFORE_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("exact")
            .definedBy(ROOT + ".exact..")
            .layer("flatten")
            .definedBy(ROOT + ".flatten..")
            .layer("columns")
            .definedBy(ROOT + ".columns..")
            .layer("kernel")
            .definedBy(ROOT + ".kernel..")
            .layer("report")
            .definedBy(ROOT + ".report..")
            .layer("check")
            .definedBy(ROOT + ".check..")
            .layer("capacity")
            .definedBy(ROOT + ".capacity..")
            .layer("table")
            .definedBy(ROOT + ".table..")
            .layer("catalogue")
            .definedBy(ROOT + ".catalogue..")
            .layer("fleet")
            .definedBy(ROOT + ".fleet..")
            .layer("live")
            .definedBy(ROOT + ".live..")
            .layer("engine")
            .definedBy(ROOT)
            .whereLayer("engine")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("fleet")
            .mayOnlyBeAccessedByLayers("engine")
            .whereLayer("live")
            .mayOnlyBeAccessedByLayers("engine")
            .whereLayer("catalogue")
            .mayOnlyBeAccessedByLayers("fleet", "engine")
            .whereLayer("table")
            .mayOnlyBeAccessedByLayers("fleet", "engine")
            .whereLayer("capacity")
            .mayOnlyBeAccessedByLayers("fleet", "live", "engine")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("capacity", "fleet", "live", "engine")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("check", "capacity", "fleet", "live", "engine")
            .whereLayer("kernel")
            .mayOnlyBeAccessedByLayers("report", "check", "capacity", "fleet", "live", "engine")
            .whereLayer("columns")
            .mayOnlyBeAccessedByLayers("kernel", "report", "check", "capacity", "catalogue", "fleet", "live", "engine");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule EXACT_ARITHMETIC_KNOWS_NO_STEP = noClasses()
            .that()
            .resideInAPackage(ROOT + ".exact..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "reside elsewhere in the engine",
                    type -> type.getPackageName().startsWith(ROOT)
                            && !type.getPackageName().startsWith(ROOT + ".exact")));

    @ArchTest
    static final ArchRule FEW_DEPENDENCIES = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.google.common..", "org.jspecify.annotations..", "io.virtstack..");

    /** A multiset's size ends at 2³¹ − 1, and walking over it takes a step for each copy: both lie about large fleets. */
    @ArchTest
    static final ArchRule NO_WALK_OVER_COPIES = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "a multiset counts or walks over each copy", ArchitectureTest::walksOverCopies));

    private static final ImmutableSet<String> LINEAR_IN_COPIES = ImmutableSet.of(
            "size", "iterator", "stream", "parallelStream", "spliterator", "forEach", "toArray", "asList");

    private static boolean walksOverCopies(JavaAccess<?> access) {
        return access.getTargetOwner().isAssignableTo(Multiset.class) && LINEAR_IN_COPIES.contains(access.getName());
    }

    @ArchTest
    static final ArchRule NO_FLOATING_POINT = classes().should(new ArchCondition<>("use no floating point") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            Stream<JavaClass> fields = type.getFields().stream().map(JavaField::getRawType);
            Stream<JavaClass> own = type.getCodeUnits().stream().flatMap(ArchitectureTest::types);
            Stream<JavaClass> called = type.getCodeUnitCallsFromSelf().stream()
                    .flatMap(call -> Stream.concat(
                            Stream.of(call.getTarget().getRawReturnType()),
                            call.getTarget().getRawParameterTypes().stream()));
            Stream.of(fields, own, called)
                    .flatMap(types -> types)
                    .filter(ArchitectureTest::floating)
                    .forEach(found -> events.add(
                            SimpleConditionEvent.violated(type, type.getName() + " uses " + found.getName())));
        }
    });

    private static Stream<JavaClass> types(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream());
    }

    private static boolean floating(JavaClass type) {
        return type.isEquivalentTo(double.class)
                || type.isEquivalentTo(float.class)
                || type.isEquivalentTo(Double.class)
                || type.isEquivalentTo(Float.class);
    }
}
