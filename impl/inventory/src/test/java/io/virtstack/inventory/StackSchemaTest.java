package io.virtstack.inventory;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The schema refuses what the reader refuses. */
class StackSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(StackJson.schema(), InputFormat.JSON);
    private static final String DIGEST = "sha256:" + "0".repeat(64);
    private static final String STACK = """
            {"virtstack": 1, "kind": "hardware", "name": "rack", "cores": 8, "architecture": "amd64", "memoryBytes": 64,
             "storage": [{"kind": "ssd", "bytes": 100}],
             "runs": [
              {"kind": "host-os", "name": "debian", "family": "linux", "startup": "PT1.5S", "runs": [
               {"kind": "docker-daemon", "name": "docker", "imageStore": "overlay2", "isolation": "micro-vm",
                "overhead": {"memoryBytes": 1}, "runs": [
                {"kind": "binaries", "name": "image", "image": {"id": "%1$s", "tags": ["a:1"],
                 "platform": {"family": "linux", "architecture": "arm64"},
                 "layers": [{"diffId": "%1$s", "storedBytes": 7, "blob": "%1$s", "compressedBytes": 3}]}, "runs": [
                 {"kind": "application", "name": "app", "copies": 3, "writableBytes": null, "running": false,
                  "volumes": [{"name": "data", "bytes": 5, "shared": false}]}]},
                {"kind": "binaries", "name": "libraries", "diskBytes": 9}]},
               {"kind": "hosted-hypervisor", "name": "kvm", "nestedVirtualization": true,
                "overhead": {"bytesPerStartedMib": 2}, "runs": [
                {"kind": "guest-os", "name": "guest", "machine": {"vcpus": 2, "memoryBytes": 8, "disks": [
                 {"kind": "thick", "bytes": 1}, {"kind": "thin", "bytes": 2, "actualBytes": 1},
                 {"kind": "linked-clone", "base": "golden", "deltaBytes": 1}]}}]}]},
              {"kind": "bare-metal-hypervisor", "name": "xen", "controlSystem": "dom0", "store": "san"}]}
            """.formatted(DIGEST);

    @Test
    void bothAcceptTheWholeForm() {
        assertThat(SCHEMA.validate(STACK, InputFormat.JSON)).isEmpty();
        assertThat(StackJson.fromJson(STACK).name()).isEqualTo("rack");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"virtstack\": 1 | \"virtstack\": 2",
                "\"virtstack\": 1, | ``",
                "\"virtstack\": 1 | \"virtstack\": \"1\"",
                "\"kind\": \"hardware\" | \"kind\": \"host-os\"",
                "\"kind\": \"hardware\", | ``",
                "\"name\": \"rack\", | ``",
                "\"name\": \"rack\" | \"name\": \" \"",
                "\"name\": \"rack\" | \"name\": 5",
                "\"cores\": 8 | \"cores\": 0",
                "\"cores\": 8 | \"cores\": 2147483648",
                "\"cores\": 8 | \"cores\": null",
                "\"cores\": 8 | \"kernels\": 8",
                "\"memoryBytes\": 64 | \"memoryBytes\": -1",
                "\"memoryBytes\": 64 | \"memoryBytes\": 9223372036854775808",
                "\"memoryBytes\": 64 | \"memoryBytes\": 1.5",
                "\"memoryBytes\": 64 | \"memoryBytes\": \"64\"",
                "\"architecture\": \"amd64\" | \"architecture\": \"z80\"",
                "\"bytes\": 100 | \"size\": 100",
                "{\"kind\": \"ssd\", \"bytes\": 100} | {\"kind\": \"ssd\"}",
                "\"kind\": \"ssd\" | \"kind\": \"tape\"",
                "\"kind\": \"host-os\" | \"kind\": \"application\"",
                "\"kind\": \"docker-daemon\" | \"kind\": \"guest-os\"",
                "\"kind\": \"guest-os\" | \"kind\": \"host-os\"",
                "\"kind\": \"application\" | \"kind\": \"binaries\"",
                "\"copies\": 3 | \"copies\": 0",
                "\"startup\": \"PT1.5S\" | \"startup\": 1.5",
                "\"startup\": \"PT1.5S\" | \"startup\": \"soon\"",
                "\"running\": false | \"running\": \"no\"",
                "\"writableBytes\": null | \"writableBytes\": -1",
                "\"imageStore\": \"overlay2\" | \"imageStore\": \"aufs\"",
                "\"name\": \"libraries\" | \"name\": \"libraries\", \"image\": {\"layers\": []}",
                "\"id\": \"sha256:0 | \"id\": \"sha256:",
                "\"diffId\": | \"diffid\":",
                "\"storedBytes\": 7 | \"storedBytes\": true",
                "\"tags\": [\"a:1\"] | \"tags\": \"a:1\"",
                "\"family\": \"linux\", \"architecture\": \"arm64\" | \"family\": \"linux\"",
                "\"base\": \"golden\", | ``",
                "\"kind\": \"thick\" | \"kind\": \"sparse\"",
                "\"kind\": \"thick\", \"bytes\": 1 | \"kind\": \"thick\", \"bytes\": 1, \"actualBytes\": 1",
                "\"vcpus\": 2 | \"vcpus\": 0",
                "\"runs\": [ | \"runs\": [7,"
            })
    void bothRefuse(String valid, String invalid) {
        assertThat(STACK).contains(valid);
        String broken = STACK.replaceFirst(Pattern.quote(valid), Matcher.quoteReplacement(invalid));

        assertThat(SCHEMA.validate(broken, InputFormat.JSON)).as("the schema").isNotEmpty();
        assertThatThrownBy(() -> StackJson.fromJson(broken)).as("the reader").isInstanceOf(InventoryException.class);
    }
}
