package io.virtstack.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.json.StackReader;
import io.virtstack.inventory.json.StackWriter;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Hardware;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * VirtStack's own JSON form of machines with all that runs on them, and of fleets of such machines.
 *
 * <pre>{@code
 * StackJson.write(machine, Path.of("machine.json"));
 * Hardware same = StackJson.read(Path.of("machine.json"));
 *
 * try (Stream<Hardware> fleet = StackJson.readFleet(Path.of("fleet.jsonl"))) {
 *     StackJson.writeFleet(fleet.map(host -> host.withArchitecture(Architecture.ARM64)), Path.of("moved.jsonl"));
 * }
 * }</pre>
 *
 * <p>Each machine is one JSON object whose member {@code virtstack} says the version of the form, now 1. The form is described
 * by the JSON Schema that {@link #schema()} returns. Sizes are bytes, processor time is in thousandths of a core, durations are
 * in the form of ISO 8601. What is unknown is left out, and so is what a layer has unless it is stated; {@code copies} says
 * how many of a layer there are, if more than one. Only {@code writableBytes} of an application, which are 0 unless stated, are
 * null if unknown. What is read equals what was written.
 *
 * <p>A fleet is JSON Lines: one such object on each line, in UTF-8. Fleets are read and written machine by machine, so that
 * their size is limited by storage and not by memory; {@link ReadLimits} hold for each line. {@link Inventory#read} reads both
 * forms, too.
 */
public final class StackJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Path TEXT = Path.of("text");
    private static final String SCHEMA = "stack-1.schema.json";

    private StackJson() {}

    /** {@return the JSON Schema of the form, version 1, of draft 2020-12} */
    public static String schema() {
        try (var resource = StackJson.class.getResourceAsStream(SCHEMA)) {
            if (resource == null) {
                throw new IllegalStateException(SCHEMA + " is missing beside " + StackJson.class);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return a machine as one line of JSON}
     *
     * @param machine the machine with all that runs on it
     */
    public static String toJson(Hardware machine) {
        StringWriter text = new StringWriter();
        try {
            write(machine, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * {@return the machine that a text is}
     *
     * @param json one machine
     * @throws InventoryException if it is none; its file is called {@code text}
     */
    public static Hardware fromJson(String json) {
        return machine(new Source(TEXT, json, 1, InventoryOptions.defaults(), InventoryException::new));
    }

    /**
     * Writes a machine to a file, which is replaced if it is there.
     *
     * @param machine the machine with all that runs on it
     * @param file where to
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Hardware machine, Path file) {
        writeFleet(Stream.of(machine), file);
    }

    /**
     * {@return the machine in a file}
     *
     * @param file a file with one machine
     * @throws InventoryException if the file cannot be read, or is no machine
     */
    public static Hardware read(Path file) {
        return machine(FileReading.text(file, InventoryOptions.defaults()));
    }

    /**
     * Writes machines to a file, one on each line. The file is replaced if it is there; if a machine cannot be had or written,
     * it is left incomplete.
     *
     * @param fleet the machines; read in order, once, and not closed
     * @param file where to
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void writeFleet(Stream<Hardware> fleet, Path file) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (Iterator<Hardware> machines = fleet.iterator(); machines.hasNext(); ) {
                write(machines.next(), writer);
                writer.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the machines in a file, read as they are asked for; to be closed}
     *
     * <p>Asking for a machine throws an {@link InventoryException} with its line if the line is no machine, or is longer than
     * {@link ReadLimits.Limit#TEXT_BYTES}. Empty lines are left out.
     *
     * @param file a file with one machine on each line
     * @throws InventoryException if the file cannot be opened
     */
    public static Stream<Hardware> readFleet(Path file) {
        return readFleet(file, InventoryOptions.defaults());
    }

    /**
     * {@return the machines in a file, read as they are asked for; to be closed}
     *
     * @param file a file with one machine on each line
     * @param options what a line may demand
     * @throws InventoryException if the file cannot be opened
     * @see #readFleet(Path)
     */
    public static Stream<Hardware> readFleet(Path file, InventoryOptions options) {
        return StackLines.of(file, options);
    }

    static Hardware machine(Source source) {
        return StackReader.read(TextDocuments.onlyJson(source));
    }

    private static void write(Hardware machine, Writer writer) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(writer).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        new StackWriter(json).write(machine);
        json.close();
    }
}
