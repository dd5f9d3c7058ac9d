package io.virtstack.inventory;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.virtstack.generators.StackDomain;
import io.virtstack.layer.Hardware;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

import static org.assertj.core.api.Assertions.assertThat;

class StackJsonProperties {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(StackJson.schema(), InputFormat.JSON);

    @Property(tries = 300)
    @Domain(StackDomain.class)
    void readsWhatItWrites(@ForAll Hardware machine) {
        assertThat(StackJson.fromJson(StackJson.toJson(machine))).isEqualTo(machine);
    }

    @Property(tries = 300)
    @Domain(StackDomain.NearOverflow.class)
    void readsWhatItWritesUpToTheLargestFigures(@ForAll Hardware machine) {
        assertThat(StackJson.fromJson(StackJson.toJson(machine))).isEqualTo(machine);
    }

    @Property(tries = 150)
    @Domain(StackDomain.class)
    void writesWhatItsSchemaSays(@ForAll Hardware machine) {
        assertThat(SCHEMA.validate(StackJson.toJson(machine), InputFormat.JSON)).isEmpty();
    }

    @Property(tries = 60)
    @Domain(StackDomain.class)
    void readsTheFleetsThatItWrites(@ForAll List<Hardware> fleet) throws IOException {
        Path file = Files.createTempFile("fleet", ".jsonl");
        try {
            StackJson.writeFleet(fleet.stream(), file);
            try (Stream<Hardware> read = StackJson.readFleet(file)) {
                assertThat(read).containsExactlyElementsOf(fleet);
            }
        } finally {
            Files.delete(file);
        }
    }
}
