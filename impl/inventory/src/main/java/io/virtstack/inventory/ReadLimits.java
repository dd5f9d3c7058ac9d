package io.virtstack.inventory;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/**
 * How much a file may demand of the reader before it is refused.
 *
 * <p>The defaults leave room for the largest images in use and bound memory to some hundred megabytes, whatever the file
 * says of itself. Immutable and safe for use by several threads.
 *
 * <pre>{@code
 * ReadLimits.defaults().with(ReadLimits.Limit.LAYER_BYTES, 2L << 30)
 * }</pre>
 */
public final class ReadLimits {
    private static final ReadLimits DEFAULTS =
            new ReadLimits(Maps.toMap(EnumSet.allOf(Limit.class), Limit::defaultValue));

    private final ImmutableMap<Limit, Long> values;

    private ReadLimits(Map<Limit, Long> values) {
        this.values = Maps.immutableEnumMap(values);
    }

    /** {@return every limit at its default} */
    public static ReadLimits defaults() {
        return DEFAULTS;
    }

    /**
     * {@return the highest value that is still accepted}
     *
     * @param limit which limit
     */
    public long get(Limit limit) {
        return values.getOrDefault(limit, limit.defaultValue());
    }

    /**
     * {@return these limits with another value for one of them}
     *
     * @param limit which limit
     * @param value the highest value that is still accepted, in the limit's unit; at least 1
     * @throws IllegalArgumentException if the value is less than 1, or more than {@link Limit#highest()}
     */
    public ReadLimits with(Limit limit, long value) {
        Preconditions.checkArgument(
                value >= 1 && value <= limit.highest(),
                "%s is %s; state a value from 1 to %s",
                limit,
                value,
                limit.highest());
        Map<Limit, Long> changed = new EnumMap<>(values);
        changed.put(limit, value);
        return new ReadLimits(changed);
    }

    /** {@return all limits and their values} */
    @Override
    public String toString() {
        return "ReadLimits " + values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadLimits limits && limits.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** What is limited. A file that exceeds one is refused with the rule of the same name. */
    public enum Limit {
        /** Bytes of one layer's uncompressed tar; by default 64 GiB. */
        LAYER_BYTES(64L << 30, Long.MAX_VALUE, InventoryRule.LIMIT_LAYER_BYTES),
        /** Bytes that one call reads altogether, uncompressed, each as often as it is read; by default 512 GiB. */
        TOTAL_BYTES(512L << 30, Long.MAX_VALUE, InventoryRule.LIMIT_TOTAL_BYTES),
        /** Bytes that one compressed byte yields, on average after the first 64 MiB of a layer; by default 500. */
        COMPRESSION_RATIO(500, Long.MAX_VALUE, InventoryRule.LIMIT_COMPRESSION_RATIO),
        /** Entries of one tar, be it the archive or a layer; by default 1,000,000. */
        TAR_ENTRIES(1_000_000, Integer.MAX_VALUE, InventoryRule.LIMIT_TAR_ENTRIES),
        /** Bytes of the paths of all entries of one tar together, which memory must hold; by default 128 MiB. */
        TAR_PATH_BYTES(128 << 20, Long.MAX_VALUE, InventoryRule.LIMIT_TAR_PATH_BYTES),
        /** Bytes of one path or link target; by default 4,096. */
        PATH_LENGTH(4_096, 1 << 20, InventoryRule.LIMIT_PATH_LENGTH),
        /** Bytes of one JSON document; by default 4 MiB. */
        JSON_BYTES(4 << 20, 1 << 30, InventoryRule.LIMIT_JSON_BYTES),
        /** Bytes of all JSON documents together that one call reads; by default 64 MiB. */
        JSON_TOTAL_BYTES(64 << 20, 1 << 30, InventoryRule.LIMIT_JSON_TOTAL_BYTES),
        /** Values inside one another in a JSON or YAML document, aliases followed; by default 100. */
        JSON_DEPTH(100, 1_000, InventoryRule.LIMIT_JSON_DEPTH),
        /** Bytes of one file that is text, and not an archive; by default 16 MiB. */
        TEXT_BYTES(16 << 20, 1 << 30, InventoryRule.LIMIT_TEXT_BYTES),
        /**
         * Values, elements or lines of one file that is text, each as often as YAML aliases repeat it; of a cluster
         * also its containers on all nodes, each as 16 values; by default 1,000,000.
         */
        TEXT_VALUES(1_000_000, Integer.MAX_VALUE, InventoryRule.LIMIT_TEXT_VALUES),
        /** Characters of one line of YAML, since reading it takes time by the square of that; by default 1,048,576. */
        YAML_LINE(1 << 20, 1 << 30, InventoryRule.LIMIT_YAML_LINE),
        /** Elements inside one another in an XML document; by default 100. */
        XML_DEPTH(100, 1_000, InventoryRule.LIMIT_XML_DEPTH),
        /** Files that one call reads, those in folders included; by default 100,000. */
        FILES(100_000, Integer.MAX_VALUE, InventoryRule.LIMIT_FILES),
        /** Folders inside one another that are walked; by default 64. */
        FOLDER_DEPTH(64, 1_000, InventoryRule.LIMIT_FOLDER_DEPTH),
        /** Indexes inside one another, {@code index.json} included; by default 8. */
        INDEX_DEPTH(8, 100, InventoryRule.LIMIT_INDEX_DEPTH),
        /** Images of an archive, or entries of all indexes together that are looked at; by default 10,000. */
        IMAGES(10_000, Integer.MAX_VALUE, InventoryRule.LIMIT_IMAGES),
        /** Layers of one image; by default 1,000. */
        LAYERS(1_000, Integer.MAX_VALUE, InventoryRule.LIMIT_LAYERS);

        private final long defaultValue;
        private final long highest;
        private final InventoryRule rule;

        Limit(long defaultValue, long highest, InventoryRule rule) {
            this.defaultValue = defaultValue;
            this.highest = highest;
            this.rule = rule;
        }

        /** {@return the value unless another is stated} */
        public long defaultValue() {
            return defaultValue;
        }

        /** {@return the highest value that may be stated} */
        public long highest() {
            return highest;
        }

        /** {@return the rule that a file breaks which exceeds this limit} */
        public InventoryRule rule() {
            return rule;
        }
    }
}
