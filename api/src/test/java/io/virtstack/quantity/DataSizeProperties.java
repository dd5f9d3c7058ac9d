package io.virtstack.quantity;

import com.google.common.collect.ImmutableMap;
import net.jqwik.api.Arbitrary;

class DataSizeProperties implements ShortestTextLaws<DataSize>, TotalOrderLaws<DataSize>, GroupLaws<DataSize> {
    private static final ImmutableMap<String, Long> UNITS = ImmutableMap.<String, Long>builder()
            .put("B", 1L)
            .put("kB", 1000L)
            .put("MB", 1000L * 1000)
            .put("GB", 1000L * 1000 * 1000)
            .put("TB", 1000L * 1000 * 1000 * 1000)
            .put("PB", 1000L * 1000 * 1000 * 1000 * 1000)
            .put("EB", 1000L * 1000 * 1000 * 1000 * 1000 * 1000)
            .put("KiB", 1024L)
            .put("MiB", 1024L * 1024)
            .put("GiB", 1024L * 1024 * 1024)
            .put("TiB", 1024L * 1024 * 1024 * 1024)
            .put("PiB", 1024L * 1024 * 1024 * 1024 * 1024)
            .put("EiB", 1024L * 1024 * 1024 * 1024 * 1024 * 1024)
            .buildOrThrow();

    @Override
    public Arbitrary<DataSize> values() {
        return Longs.near(UNITS.values().asList()).map(DataSize::ofBytes);
    }

    @Override
    public String format(DataSize value) {
        return value.toString();
    }

    @Override
    public DataSize parse(String text) {
        return DataSize.parse(text);
    }

    @Override
    public ImmutableMap<String, Long> units() {
        return UNITS;
    }

    @Override
    public DataSize zero() {
        return DataSize.ZERO;
    }

    @Override
    public DataSize plus(DataSize one, DataSize other) {
        return one.plus(other);
    }

    @Override
    public DataSize minus(DataSize one, DataSize other) {
        return one.minus(other);
    }

    @Override
    public DataSize times(DataSize value, long factor) {
        return value.times(factor);
    }

    @Override
    public long amount(DataSize value) {
        return value.bytes();
    }
}
