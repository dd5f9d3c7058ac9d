package io.virtstack.inventory.compose;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.source.Source;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The services of a compose file, with those of the files it includes, each complete with what it extends. */
final class ComposeProject {
    private static final int DEEPEST = 50;

    private final NeighbourFiles files;
    private final Map<String, ServiceDraft> services = new LinkedHashMap<>();
    private final Map<String, String> volumes = new LinkedHashMap<>();
    private final Set<Path> included = new HashSet<>();
    /** The files that are being read, each because the one before includes it. */
    private final Set<Path> open = new HashSet<>();

    private final Map<Path, ImmutableList<Node>> parsed = new LinkedHashMap<>();
    private final Map<Path, ImmutableMap<String, Node>> extensible = new HashMap<>();

    ComposeProject(NeighbourFiles files) {
        this.files = files;
    }

    /** {@return the services by name} */
    ImmutableMap<String, ServiceDraft> services() {
        return ImmutableMap.copyOf(services);
    }

    /** {@return the names of volumes that have one of their own, by what services call them} */
    ImmutableMap<String, String> volumes() {
        return ImmutableMap.copyOf(volumes);
    }

    /** Adds what a file says; where it names a service that is here already, it has the last word. */
    void add(Source source, Variables variables) {
        open.add(source.file().normalize());
        add(folder(source.file()), TextDocuments.of(source), variables, 0);
    }

    private void add(Path folder, ImmutableList<Node> documents, Variables variables, int depth) {
        Interpolation interpolation = new Interpolation(variables);
        Extension extension = new Extension(folder, services(documents), interpolation);
        for (Node document : documents) {
            check(document, interpolation);
            document.find("include").ifPresent(list -> include(folder, list, variables, depth));
            document.find("volumes").filter(Node::isMapping).ifPresent(stated -> name(stated, interpolation));
            Optional<Node> stated = document.find("services");
            if (stated.isPresent()) {
                stated.get().members().forEach((name, node) -> {
                    if (node.tag().filter("!reset"::equals).isPresent()) {
                        services.remove(name);
                    } else {
                        ServiceDraft draft = extension.resolve(name, node);
                        services.merge(name, draft, (base, over) -> over.over(base));
                    }
                });
            }
        }
    }

    /** A volume that is external, or has a name, is not called after the project. */
    private void name(Node stated, Interpolation interpolation) {
        stated.members().forEach((key, volume) -> {
            Optional<Node> external = volume.find("external");
            Optional<String> name = volume.find("name")
                    .or(() -> external.flatMap(node -> node.find("name")))
                    .map(node -> interpolation.of(node).text())
                    .filter(text -> !text.isEmpty());
            boolean elsewhere = external.filter(node ->
                            node.isMapping() || interpolation.of(node).text().equalsIgnoreCase("true"))
                    .isPresent();
            name.or(() -> elsewhere ? Optional.of(key) : Optional.empty()).ifPresent(own -> volumes.put(key, own));
        });
    }

    private void include(Path folder, Node list, Variables variables, int depth) {
        for (Node element : list.elements()) {
            Interpolation interpolation = new Interpolation(variables);
            ImmutableList<Stated> paths = element.isMapping()
                    ? texts(element.get("path"), interpolation)
                    : ImmutableList.of(interpolation.of(element));
            if (depth >= DEEPEST) {
                throw element.refuse(
                        InventoryRule.REFERENCE_LOOP,
                        "more than " + DEEPEST + " files include one another",
                        "include each file once, and in no circle");
            }
            if (!paths.isEmpty()) {
                includeTogether(folder, element, paths, variables, depth);
            }
        }
    }

    /** Several files in one entry are one project, later ones over earlier ones. */
    private void includeTogether(
            Path folder, Node element, ImmutableList<Stated> paths, Variables variables, int depth) {
        Path first = files.resolve(folder, paths.get(0));
        if (!open.contains(first) && !included.add(first)) {
            return;
        }
        Interpolation interpolation = new Interpolation(variables);
        Path base = element.find("project_directory")
                .map(interpolation::of)
                .map(directory -> files.resolve(folder, directory))
                .orElseGet(() -> folder(first));
        Variables inner = variables.or(environment(folder, base, element, interpolation));
        ComposeProject part = new ComposeProject(files);
        part.included.addAll(included);
        part.open.addAll(open);
        for (Stated path : paths) {
            Path file = files.resolve(folder, path);
            if (!part.open.add(file)) {
                throw path.at()
                        .refuse(
                                InventoryRule.REFERENCE_LOOP,
                                "'" + path.text() + "' is included by itself",
                                "include each file once, and in no circle");
            }
            part.add(base, documents(file, path.at()), inner, depth + 1);
        }
        included.addAll(part.included);
        part.volumes.forEach(volumes::putIfAbsent);
        part.services.forEach((name, draft) -> {
            if (services.putIfAbsent(name, draft) != null) {
                throw element.refuse(
                        "service '" + name + "' is in two included files", "rename one, or include only one");
            }
        });
    }

    private ImmutableMap<String, String> environment(
            Path folder, Path base, Node element, Interpolation interpolation) {
        Optional<Node> stated = element.isMapping() ? element.find("env_file") : Optional.empty();
        if (stated.isEmpty()) {
            return files.variables(base.resolve(".env"), element);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Stated file : texts(stated.get(), interpolation)) {
            values.putAll(DotEnv.parse(files.read(files.resolve(folder, file), file.at())));
        }
        return ImmutableMap.copyOf(values);
    }

    private ImmutableList<Node> documents(Path file, Node reference) {
        ImmutableList<Node> known = parsed.get(file);
        if (known == null) {
            known = TextDocuments.of(files.read(file, reference));
            if (!known.stream().allMatch(Node::isMapping)) {
                throw reference.refuse("'" + file + "' is no compose file", "name one");
            }
            parsed.put(file, known);
        }
        return known;
    }

    /** {@return the services that documents state themselves, by name; the first one counts} */
    private static ImmutableMap<String, Node> services(ImmutableList<Node> documents) {
        Map<String, Node> services = new LinkedHashMap<>();
        documents.stream()
                .flatMap(document -> document.find("services").stream())
                .filter(Node::isMapping)
                .flatMap(stated -> stated.members().entrySet().stream())
                .filter(service -> !service.getValue().isNull())
                .forEach(service -> services.putIfAbsent(service.getKey(), service.getValue()));
        return ImmutableMap.copyOf(services);
    }

    /** Compose refuses a variable that must be set and is not wherever it stands. */
    private static void check(Node document, Interpolation interpolation) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(document);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.isMapping()) {
                node.members().values().forEach(open::push);
            } else if (node.isSequence()) {
                node.elements().forEach(open::push);
            } else if (node.isScalar()) {
                interpolation.check(node);
            }
        }
    }

    private static ImmutableList<Stated> texts(Node node, Interpolation interpolation) {
        return node.isSequence()
                ? node.elements().stream().map(interpolation::of).collect(ImmutableList.toImmutableList())
                : ImmutableList.of(interpolation.of(node));
    }

    static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** What services extend, in this file or in others. */
    private final class Extension {
        private final Path folder;
        private final ImmutableMap<String, Node> here;
        private final Interpolation interpolation;

        Extension(Path folder, ImmutableMap<String, Node> here, Interpolation interpolation) {
            this.folder = folder;
            this.here = here;
            this.interpolation = interpolation;
        }

        ServiceDraft resolve(String name, Node service) {
            Deque<ServiceDraft> chain = new ArrayDeque<>();
            Set<String> seen = new HashSet<>();
            Path from = folder;
            Map<String, Node> within = here;
            Optional<Node> next = Optional.of(service);
            String key = name;
            while (next.isPresent()) {
                Node node = next.get();
                if (!node.isMapping() && !node.isNull()) {
                    throw node.refuse("a service that is no mapping", "state its members");
                }
                if (!seen.add(node.source().file() + " " + key) || seen.size() > DEEPEST) {
                    throw node.refuse(
                            InventoryRule.REFERENCE_LOOP,
                            "service '" + key + "' extends itself in a circle",
                            "let services extend one another in no circle");
                }
                chain.push(ServiceDraft.of(node, interpolation));
                Optional<Node> base = node.isMapping() ? node.find("extends") : Optional.empty();
                if (base.isEmpty()) {
                    break;
                }
                Stated wanted =
                        interpolation.of(base.get().isMapping() ? base.get().get("service") : base.get());
                Optional<Stated> file =
                        base.get().isMapping() ? base.get().find("file").map(interpolation::of) : Optional.empty();
                if (file.isPresent()) {
                    Path path = files.resolve(from, file.get());
                    within = extensible.computeIfAbsent(
                            path, other -> services(documents(other, file.get().at())));
                    from = ComposeProject.folder(path);
                }
                key = wanted.text();
                Node found = within.get(key);
                if (found == null) {
                    throw missing(wanted);
                }
                next = Optional.of(found);
            }
            ServiceDraft whole = chain.pop();
            while (!chain.isEmpty()) {
                whole = chain.pop().over(whole);
            }
            return whole;
        }

        private InventoryException missing(Stated wanted) {
            return wanted.at()
                    .refuse(
                            InventoryRule.ENTRY_MISSING,
                            "no service '" + wanted.text() + "'",
                            "extend one that is there");
        }
    }
}
