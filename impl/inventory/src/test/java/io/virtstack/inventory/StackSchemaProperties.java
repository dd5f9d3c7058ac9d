package io.virtstack.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.virtstack.generators.StackDomain;
import io.virtstack.layer.Hardware;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Schema and reader agree on documents that are damaged in one place. */
class StackSchemaProperties {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(StackJson.schema(), InputFormat.JSON);
    private static final JsonMapper MAPPER = new JsonMapper();

    @Property(tries = 300)
    @Domain(StackDomain.class)
    @Domain(DomainContext.Global.class)
    void agreeOnDamagedDocuments(
            @ForAll Hardware machine,
            @ForAll @IntRange(max = 10_000) int place,
            @ForAll Damage damage,
            @ForAll @From("values") String value)
            throws JsonProcessingException {
        JsonNode document = MAPPER.readTree(StackJson.toJson(machine));
        List<Place> places = places(document);
        String damaged = damage.apply(document, places.get(place % places.size()), MAPPER.readTree(value))
                .toString();

        boolean described = SCHEMA.validate(damaged, InputFormat.JSON).isEmpty();
        Optional<InventoryException> refusal = refusal(damaged);

        // A schema cannot say what depends on several values, nor all that durations may be.
        boolean beyondSchema = refusal.filter(error -> error.rule() == InventoryRule.MODEL_INVALID
                        || error.place().endsWith("/startup"))
                .isPresent();
        assertThat(described)
                .as("%s, refused for %s", damaged, refusal)
                .isEqualTo(beyondSchema ? described : refusal.isEmpty());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "-1",
                "0",
                "1",
                "1.5",
                "9223372036854775807",
                "9223372036854775808",
                "\"\"",
                "\"1\"",
                "\"linux\"",
                "\"application\"",
                "[]",
                "[1]",
                "{}");
    }

    private static Optional<InventoryException> refusal(String json) {
        try {
            StackJson.fromJson(json);
            return Optional.empty();
        } catch (InventoryException e) {
            return Optional.of(e);
        }
    }

    private static List<Place> places(JsonNode document) {
        List<Place> places = new ArrayList<>();
        List<JsonNode> open = new ArrayList<>(ImmutableList.of(document));
        while (!open.isEmpty()) {
            JsonNode holder = open.remove(open.size() - 1);
            for (Iterator<String> names = holder.fieldNames(); names.hasNext(); ) {
                places.add(new Place(holder, names.next(), 0));
            }
            for (int i = 0; holder.isArray() && i < holder.size(); i++) {
                places.add(new Place(holder, "", i));
            }
            holder.forEach(open::add);
        }
        return places;
    }

    /**
     * A member of an object or an element of an array.
     *
     * @param holder the object or array
     * @param name the name of the member, empty for an element
     * @param index the index of the element
     */
    private record Place(JsonNode holder, String name, int index) {}

    private enum Damage {
        REPLACED {
            @Override
            JsonNode apply(JsonNode document, Place place, JsonNode value) {
                if (place.holder instanceof ObjectNode object) {
                    object.set(place.name, value);
                } else {
                    ((ArrayNode) place.holder).set(place.index, value);
                }
                return document;
            }
        },
        REMOVED {
            @Override
            JsonNode apply(JsonNode document, Place place, JsonNode value) {
                if (place.holder instanceof ObjectNode object) {
                    object.remove(place.name);
                } else {
                    ((ArrayNode) place.holder).remove(place.index);
                }
                return document;
            }
        },
        ADDED {
            @Override
            JsonNode apply(JsonNode document, Place place, JsonNode value) {
                if (place.holder instanceof ObjectNode object) {
                    object.set("added", value);
                } else {
                    ((ArrayNode) place.holder).insert(place.index, value);
                }
                return document;
            }
        };

        abstract JsonNode apply(JsonNode document, Place place, JsonNode value);
    }
}
