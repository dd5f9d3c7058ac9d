package io.virtstack.inventory.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** YAML into values, with anchors and merge keys resolved. */
final class YamlParser {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    private static final String CORE = "tag:yaml.org,2002:";
    private static final ImmutableSet<String> CORE_TAGS =
            ImmutableSet.of("null", "bool", "int", "float", "str", "seq", "map", "timestamp", "merge", "set", "omap");

    /** How compose files take something back, or replace it, that they would else add to. */
    private static final ImmutableSet<String> COMPOSE_TAGS = ImmutableSet.of("!reset", "!override");

    private final Source source;
    private final ValueBuilder builder;
    private final ImmutableList.Builder<Value> documents = ImmutableList.builder();
    private final Map<Anchor, Optional<Value>> anchors = new HashMap<>();
    private final Map<Integer, Anchor> openAnchors = new HashMap<>();
    private int depth;

    private YamlParser(Source source) {
        this.source = source;
        this.builder = new ValueBuilder(source, InventoryRule.YAML_DUPLICATE_KEY, true);
    }

    /** {@return the values of the documents that are not empty} */
    static ImmutableList<Value> parse(Source source) {
        source.checkLines(Limit.YAML_LINE);
        YamlParser parser = new YamlParser(source);
        try {
            ParserImpl events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, source.text()));
            while (events.hasNext()) {
                parser.take(events.next());
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw parser.syntax(line, e.getProblem(), e);
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw parser.syntax(0, e.getMessage(), e);
        }
        return parser.documents.build();
    }

    private InventoryException syntax(int line, @Nullable String problem, Exception cause) {
        return source.refuse(
                line,
                "",
                InventoryRule.YAML_SYNTAX,
                String.valueOf(problem),
                "correct it, or write the file again with the tool it comes from",
                cause);
    }

    private void take(Event event) {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        switch (event.getEventId()) {
            case DocumentStart -> anchors.clear();
            case MappingStart, SequenceStart -> begin((CollectionStartEvent) event, line);
            case MappingEnd, SequenceEnd -> end();
            case Scalar -> scalar((ScalarEvent) event, line);
            case Alias -> alias((AliasEvent) event, line);
            default -> {}
        }
    }

    private void begin(CollectionStartEvent event, int line) {
        builder.begin(event.getEventId() == Event.ID.MappingStart, line, ownTag(event.getTag(), line));
        depth++;
        event.getAnchor().ifPresent(anchor -> {
            anchors.put(anchor, Optional.empty());
            openAnchors.put(depth, anchor);
        });
    }

    private void end() {
        Value value = builder.end();
        Anchor anchor = openAnchors.remove(depth--);
        if (anchor != null) {
            anchors.put(anchor, Optional.of(value));
        }
        complete();
    }

    private void scalar(ScalarEvent event, int line) {
        boolean plain = event.isPlain();
        if (builder.expectsKey()) {
            builder.key(event.getValue(), plain, line);
            remember(event, new Value.Scalar(line, Optional.empty(), event.getValue(), plain));
            return;
        }
        boolean text = event.getTag().filter((CORE + "str")::equals).isPresent();
        Value value = new Value.Scalar(line, ownTag(event.getTag(), line), event.getValue(), plain && !text);
        remember(event, value);
        builder.add(value);
        complete();
    }

    private void remember(NodeEvent event, Value value) {
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, Optional.of(value)));
    }

    private void alias(AliasEvent event, int line) {
        Optional<Value> target = anchors.getOrDefault(event.getAlias(), Optional.empty());
        Value value = target.orElseThrow(() -> source.refuse(
                line,
                InventoryRule.YAML_ALIAS,
                "*" + event.getAlias() + " names no value that ends before it",
                "define the anchor first, and not around its own alias"));
        if (!builder.expectsKey()) {
            builder.add(value);
            complete();
        } else if (value instanceof Value.Scalar key) {
            builder.key(key.text(), false, line);
        } else {
            throw source.refuse(
                    line, InventoryRule.YAML_KEY, "an alias of a collection as a key", "write the key as plain text");
        }
    }

    private void complete() {
        builder.take().filter(value -> !isEmpty(value)).ifPresent(documents::add);
    }

    private static boolean isEmpty(Value value) {
        return value instanceof Value.Scalar scalar
                && scalar.plain()
                && scalar.text().isEmpty();
    }

    private Optional<String> ownTag(Optional<String> tag, int line) {
        Optional<String> own = tag.filter(name ->
                !name.equals("!") && !(name.startsWith(CORE) && CORE_TAGS.contains(name.substring(CORE.length()))));
        own.filter(name -> !COMPOSE_TAGS.contains(name)).ifPresent(name -> {
            throw source.refuse(
                    line,
                    InventoryRule.YAML_TAG,
                    "the tag '" + name + "'",
                    "write the value itself: what the tag means is known only to the tool it is for");
        });
        return own;
    }
}
