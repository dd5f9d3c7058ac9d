package io.virtstack.inventory.ovf;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryOptions;
import io.virtstack.inventory.source.Element;
import java.util.Optional;

/**
 * The deployment option that is read: the one that was asked for, else the default one, else the first.
 *
 * @param id its id, empty if the descriptor has no options
 */
record Configuration(Optional<String> id) {
    static Configuration of(Element envelope, InventoryOptions options) {
        ImmutableList<Element> stated = Sections.all(envelope, "DeploymentOptionSection").stream()
                .flatMap(section -> section.children("Configuration").stream())
                .collect(ImmutableList.toImmutableList());
        Optional<Element> chosen = stated.stream()
                .filter(option -> option.attribute("id").equals(options.configuration()))
                .findFirst();
        if (chosen.isEmpty() && options.configuration().isPresent() && !stated.isEmpty()) {
            stated.get(0)
                    .note("there is no deployment option '"
                            + options.configuration().get() + "'");
        }
        Optional<Element> taken = chosen.or(() -> stated.stream()
                        .filter(option -> option.attribute("default")
                                .filter(value -> value.equals("true") || value.equals("1"))
                                .isPresent())
                        .findFirst())
                .or(() -> stated.stream().findFirst());
        if (stated.size() > 1) {
            taken.ifPresent(option -> option.note("of " + stated.size() + " deployment options '"
                    + option.attribute("id").orElse("") + "' is read"));
        }
        return new Configuration(taken.flatMap(option -> option.attribute("id")));
    }

    /** {@return whether something belongs to this option: it names it, or it names none} */
    boolean has(Element element) {
        return isGeneral(element) || isSpecial(element);
    }

    /** {@return whether something names this option} */
    boolean isSpecial(Element element) {
        return element.attribute("configuration")
                .filter(names -> id.filter(name ->
                                Splitter.onPattern("\\s+").splitToList(names).contains(name))
                        .isPresent())
                .isPresent();
    }

    private static boolean isGeneral(Element element) {
        return element.attribute("configuration").isEmpty();
    }
}
