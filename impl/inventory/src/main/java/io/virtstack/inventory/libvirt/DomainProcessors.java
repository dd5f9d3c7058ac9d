package io.virtstack.inventory.libvirt;

import io.virtstack.inventory.source.Element;
import java.util.Optional;

/** The virtual processors of a domain: those that are plugged in now, of the most it may have. */
final class DomainProcessors {
    private static final int MOST = 1 << 16;

    private final Element domain;

    DomainProcessors(Element domain) {
        this.domain = domain;
    }

    int count() {
        Optional<Element> stated = domain.child("vcpu");
        if (stated.isEmpty()) {
            domain.note("no <vcpu>: libvirt's default of 1 is taken");
            checkTopology(1);
            return 1;
        }
        Element vcpu = stated.get();
        int most = vcpu.text().isEmpty() ? 1 : number(vcpu.text(), vcpu);
        checkTopology(most);
        int current = vcpu.attribute("current").map(text -> number(text, vcpu)).orElseGet(() -> enabled(most));
        if (current > most) {
            throw vcpu.refuse(
                    current + " of at most " + most + " processors", "plug in at most as many as there may be");
        }
        if (current != most) {
            vcpu.note(current + " of at most " + most + " processors are plugged in; these are set aside");
        }
        return current;
    }

    private int enabled(int most) {
        Optional<Element> list = domain.child("vcpus");
        if (list.isEmpty()) {
            return most;
        }
        int disabled = (int) list.get().children("vcpu").stream()
                .filter(vcpu -> vcpu.attribute("enabled").filter("no"::equals).isPresent())
                .count();
        return disabled < most ? most - disabled : most;
    }

    private void checkTopology(int most) {
        Optional<Element> stated = domain.child("cpu").flatMap(cpu -> cpu.child("topology"));
        stated.ifPresent(topology -> {
            long product = 1;
            for (String level : new String[] {"sockets", "dies", "clusters", "cores", "threads"}) {
                product *= topology.attribute(level)
                        .map(text -> number(text, topology))
                        .orElse(1);
                if (product > MOST) {
                    throw topology.refuse("more than " + MOST + " processors", "correct the topology");
                }
            }
            if (product != most) {
                topology.note(
                        "the topology has " + product + " processors, but <vcpu> states " + most + ", which counts");
            }
        });
    }

    private static int number(String text, Element element) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw element.refuse("'" + text + "' processors", "write a whole number from 1 to " + MOST);
        }
        throw element.refuse("'" + text + "' processors", "write a whole number from 1 to " + MOST);
    }
}
