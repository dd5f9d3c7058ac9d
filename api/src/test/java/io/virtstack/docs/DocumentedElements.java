package io.virtstack.docs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Walks the elements that readers of a module see, as the compiler presents them to an annotation processor. */
@SupportedAnnotationTypes("*")
final class DocumentedElements extends AbstractProcessor {
    private static final Pattern BLOCK_TAG = Pattern.compile("^\\s*@\\w", Pattern.MULTILINE);

    /** What the compiler writes, and reports as if the author had. */
    private static final ImmutableSetMultimap<ElementKind, String> IMPLIED = ImmutableSetMultimap.of(
            ElementKind.ENUM, "values",
            ElementKind.ENUM, "valueOf",
            ElementKind.RECORD, "toString",
            ElementKind.RECORD, "hashCode",
            ElementKind.RECORD, "equals");

    private final Optional<ImmutableSet<String>> exported;
    private final ImmutableList.Builder<String> missing = ImmutableList.builder();
    private final Set<String> packages = new TreeSet<>();
    private final Set<String> introduced = new TreeSet<>();
    private boolean ran;

    DocumentedElements(Optional<ImmutableSet<String>> exported) {
        this.exported = exported;
    }

    ImmutableList<String> missing() {
        if (!ran) {
            throw new IllegalStateException("the sources cannot be parsed, so nothing was checked");
        }
        packages.removeAll(introduced);
        return missing.addAll(packages.stream()
                        .map(name -> "package " + name + ": package-info.java does not say its Entry type")
                        .iterator())
                .build();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ran = true;
        for (Element root : round.getRootElements()) {
            String name = elements().getPackageOf(root).getQualifiedName().toString();
            packages.add(name);
            if (root.getKind() == ElementKind.PACKAGE) {
                if (comment(root).contains("Entry type")) {
                    introduced.add(name);
                }
            } else if (isShown(root)
                    && exported.map(names -> names.contains(name)).orElse(true)) {
                visit((TypeElement) root, root.getSimpleName().toString());
            }
        }
        return false;
    }

    private void visit(TypeElement type, String name) {
        require(type, name);
        type.getRecordComponents().forEach(component -> requireParam(type, component.getSimpleName(), name));
        for (Element member : type.getEnclosedElements()) {
            String memberName = name + "." + member.getSimpleName();
            if (isShown(member) && isWritten(member, type)) {
                if (member instanceof TypeElement nested) {
                    visit(nested, memberName);
                } else {
                    require(member, memberName);
                }
            }
        }
    }

    private void require(Element element, String name) {
        String comment = comment(element);
        if (BLOCK_TAG.split(comment, 2)[0].isBlank()) {
            missing.add(name + ": no first sentence");
        }
    }

    private void requireParam(TypeElement type, CharSequence component, String name) {
        if (!Pattern.compile("@param " + component + " +\\S")
                .matcher(comment(type))
                .find()) {
            missing.add(name + ": no @param " + component);
        }
    }

    private String comment(Element element) {
        return Optional.ofNullable(elements().getDocComment(element)).orElse("");
    }

    private Elements elements() {
        return processingEnv.getElementUtils();
    }

    private static boolean isShown(Element element) {
        return element.getModifiers().contains(Modifier.PUBLIC)
                || element.getModifiers().contains(Modifier.PROTECTED);
    }

    /** What the compiler adds has no comment to write, and what overrides inherits its own. */
    private boolean isWritten(Element member, TypeElement type) {
        return member.getKind() != ElementKind.RECORD_COMPONENT
                && !IMPLIED.containsEntry(type.getKind(), member.getSimpleName().toString())
                && !isAccessor(member, type)
                && elements().getOrigin(member) == Elements.Origin.EXPLICIT
                && member.getAnnotation(Override.class) == null;
    }

    /** What an accessor returns is said where the component is. */
    private static boolean isAccessor(Element member, TypeElement type) {
        return member instanceof ExecutableElement method
                && method.getParameters().isEmpty()
                && type.getRecordComponents().stream()
                        .anyMatch(component -> component.getSimpleName().equals(method.getSimpleName()));
    }
}
