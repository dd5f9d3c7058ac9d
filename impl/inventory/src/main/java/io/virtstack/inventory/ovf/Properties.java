package io.virtstack.inventory.ovf;

import io.virtstack.inventory.source.Element;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The properties of a descriptor with the values they have unless a user changes them, for {@code ${key}} in figures. */
final class Properties {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

    private final Map<String, String> values = new HashMap<>();

    Properties(Element envelope, Configuration configuration) {
        Deque<Element> open = new ArrayDeque<>();
        open.push(envelope);
        while (!open.isEmpty()) {
            Element at = open.pop();
            at.children().forEach(open::push);
            if (Sections.isA(at, "ProductSection")) {
                at.children("Property").forEach(property -> add(at, property, configuration));
            }
        }
    }

    private void add(Element section, Element property, Configuration configuration) {
        Optional<String> key = property.attribute("key");
        Optional<String> value = property.children("Value").stream()
                .filter(configuration::isSpecial)
                .findFirst()
                .flatMap(special -> special.attribute("value"))
                .or(() -> property.attribute("value"))
                .or(() -> property.child("Value").flatMap(general -> general.attribute("value")));
        if (key.isPresent() && value.isPresent()) {
            values.putIfAbsent(key.get(), value.get());
            String instance =
                    section.attribute("instance").map(name -> "." + name).orElse("");
            section.attribute("class")
                    .ifPresent(name -> values.putIfAbsent(name + "." + key.get() + instance, value.get()));
        }
    }

    /** {@return the text, or the value of the property that it refers to; empty if that has none} */
    Optional<String> resolve(String text) {
        Matcher reference = REFERENCE.matcher(text);
        return reference.matches() ? Optional.ofNullable(values.get(reference.group(1))) : Optional.of(text);
    }
}
