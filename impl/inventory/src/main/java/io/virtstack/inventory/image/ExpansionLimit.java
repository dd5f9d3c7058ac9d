package io.virtstack.inventory.image;

import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Reading;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Stops a decompression that yields more than it may, altogether or for what it was given. */
final class ExpansionLimit implements LongConsumer {
    /** How much may come out before the ratio is judged: small files of one byte value compress extremely well. */
    static final long UNJUDGED = 64L << 20;

    private final String place;
    private final Limit limit;
    private final LongSupplier stored;
    private final Reading reading;
    private long plain;

    /**
     * @param limit what limits the bytes that come out
     * @param stored how many bytes have gone in so far
     */
    ExpansionLimit(String place, Limit limit, LongSupplier stored, Reading reading) {
        this.place = place;
        this.limit = limit;
        this.stored = stored;
        this.reading = reading;
    }

    @Override
    public void accept(long count) {
        plain += count;
        reading.check(limit, plain, place);
        reading.spendBytes(count, place);
        if (plain > UNJUDGED) {
            reading.check(Limit.COMPRESSION_RATIO, plain / Math.max(1, stored.getAsLong()), place);
        }
    }
}
