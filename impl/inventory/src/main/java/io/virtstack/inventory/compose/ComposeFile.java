package io.virtstack.inventory.compose;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.assembly.PlacedContainer;
import io.virtstack.inventory.assembly.StoredImage;
import io.virtstack.inventory.container.ImageReference;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Binaries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Compose files: containers on a daemon, of images of which only the name is known.
 *
 * <p>Limits are the most that a container may take, reservations what it demands. Services that only a profile starts are left
 * out unless the profile is active. As Compose does, the file {@code .env} beside is read, and of a file with one of the default
 * names the override beside, such as {@code compose.override.yaml} beside {@code compose.yaml}.
 */
public final class ComposeFile implements Format {
    private static final ImmutableSet<String> DEFAULT_NAMES =
            ImmutableSet.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");
    private static final ImmutableList<String> OVERRIDE_ENDS = ImmutableList.of(".override.yml", ".override.yaml");
    private static final CharMatcher PROJECT_NAME =
            CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9')).or(CharMatcher.anyOf("_-"));

    private static final CharMatcher LEADING = CharMatcher.anyOf("_-");

    @Override
    public String kind() {
        return "compose";
    }

    @Override
    public boolean recognises(Source source) {
        return TextDocuments.of(source).stream().anyMatch(ComposeFile::isProject);
    }

    @Override
    public void read(Source source, Parts parts) {
        Optional<String> base = baseOf(source.file());
        if (base.isPresent()) {
            source.note(0, "this file changes '" + base.get() + "' beside it, and is read with that");
            return;
        }
        Node first = TextDocuments.of(source).get(0);
        NeighbourFiles files = new NeighbourFiles(source);
        Path folder = ComposeProject.folder(source.file());
        Variables variables =
                new Variables(source.options().variables()).or(files.variables(folder.resolve(".env"), first));
        variables
                .find("COMPOSE_FILE")
                .filter(named -> !named.equals(String.valueOf(source.file().getFileName())))
                .ifPresent(named ->
                        source.note(0, "'" + named + "', as COMPOSE_FILE says, is not read instead of this file"));
        ComposeProject project = new ComposeProject(files);
        project.add(source, variables);
        override(source, files, first).ifPresent(override -> project.add(override, variables));
        String name = name(source, variables);
        ImmutableSet<String> profiles = profiles(source, variables);
        project.services()
                .forEach((service, draft) -> add(
                        new ComposeService(name, service, draft, project.volumes()),
                        service,
                        draft,
                        profiles,
                        source,
                        parts));
        if (!project.services().isEmpty()) {
            source.note(first.line(), "what the images take is unknown: the file only names them");
        }
    }

    private static boolean isProject(Node document) {
        boolean kubernetes = document.has("apiVersion") && document.has("kind");
        return !kubernetes
                && (document.find("services").filter(Node::isMapping).isPresent()
                        || document.find("include").filter(Node::isSequence).isPresent());
    }

    private static void add(
            ComposeService service,
            String name,
            ServiceDraft draft,
            ImmutableSet<String> profiles,
            Source source,
            Parts parts) {
        if (service.isProvided()) {
            draft.at().note("service '" + name + "' is left out: a provider runs it, no container");
            return;
        }
        if (!service.isActive(profiles)) {
            draft.at().note("service '" + name + "' is left out: none of its profiles is active");
            return;
        }
        ImageReference reference = service.image();
        Binaries image = Binaries.builder(reference.name()).build();
        ImmutableSet<String> names = ImmutableSet.of(reference.name());
        int copies = service.copies();
        if (copies == 0) {
            parts.add(new StoredImage(source, image, names));
        } else {
            parts.add(new PlacedContainer(source, names, image, service.application(), copies));
        }
    }

    /** {@return the name of the file that this one overrides, if that is here} */
    private static Optional<String> baseOf(Path file) {
        String name = String.valueOf(file.getFileName());
        for (String end : OVERRIDE_ENDS) {
            if (name.endsWith(end)) {
                String start = name.substring(0, name.length() - end.length());
                return DEFAULT_NAMES.stream()
                        .filter(base -> base.startsWith(start + ".y"))
                        .filter(base ->
                                Files.isRegularFile(ComposeProject.folder(file).resolve(base)))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static Optional<Source> override(Source source, NeighbourFiles files, Node reference) {
        String name = String.valueOf(source.file().getFileName());
        if (!DEFAULT_NAMES.contains(name)) {
            return Optional.empty();
        }
        String start = name.substring(0, name.lastIndexOf('.'));
        for (String end : OVERRIDE_ENDS) {
            Optional<Source> found = files.find(source.file().resolveSibling(start + end), reference);
            if (found.isPresent()) {
                source.note(0, "'" + start + end + "' beside it is read with it, as Compose does");
                return found;
            }
        }
        return Optional.empty();
    }

    private static String name(Source source, Variables variables) {
        Optional<String> stated = TextDocuments.of(source).stream()
                .flatMap(document -> document.find("name").stream())
                .map(node -> new Interpolation(variables).of(node).text())
                .findFirst();
        String raw = stated.or(() -> variables.find("COMPOSE_PROJECT_NAME"))
                .orElseGet(() -> String.valueOf(
                        ComposeProject.folder(source.file().toAbsolutePath().normalize())
                                .getFileName()));
        String name = LEADING.trimLeadingFrom(PROJECT_NAME.retainFrom(Ascii.toLowerCase(raw)));
        return name.isEmpty() ? "project" : name;
    }

    private static ImmutableSet<String> profiles(Source source, Variables variables) {
        return ImmutableSet.<String>builder()
                .addAll(source.options().profiles())
                .addAll(Splitter.on(',')
                        .trimResults()
                        .omitEmptyStrings()
                        .split(variables.find("COMPOSE_PROFILES").orElse("")))
                .build();
    }
}
