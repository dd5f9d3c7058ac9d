package io.virtstack.inventory.ovf;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.virtstack.inventory.source.Element;
import java.util.ArrayDeque;
import java.util.Deque;

/** The sections of a descriptor: elements of their own names since version 1, and of a stated type before. */
final class Sections {
    private Sections() {}

    static ImmutableList<Element> all(Element parent, String name) {
        return parent.children().stream().filter(child -> isA(child, name)).collect(ImmutableList.toImmutableList());
    }

    static boolean isA(Element element, String name) {
        if (element.is(name)) {
            return true;
        }
        boolean untyped = element.is("Section") || element.is("Content");
        return untyped
                && element.attribute("type")
                        .map(type -> type.substring(type.indexOf(':') + 1))
                        .filter(type -> type.equals(name + "_Type"))
                        .isPresent();
    }

    /** {@return the virtual systems, those in collections included, in the order of the document} */
    static ImmutableList<Element> virtualSystems(Element envelope) {
        ImmutableList.Builder<Element> systems = ImmutableList.builder();
        Deque<Element> open = new ArrayDeque<>();
        open.push(envelope);
        while (!open.isEmpty()) {
            Element at = open.pop();
            if (isA(at, "VirtualSystem")) {
                systems.add(at);
            } else if (at == envelope || isA(at, "VirtualSystemCollection")) {
                all(at, "ScaleOutSection").forEach(section -> section.note("instances are counted once"));
                Lists.reverse(at.children()).forEach(open::push);
            }
        }
        return systems.build();
    }
}
