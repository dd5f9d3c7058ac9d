package io.virtstack.generators;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Hardware;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.SampleReportingFormat;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Gives {@code @ForAll Hardware} and {@code @ForAll List<Hardware>} to properties annotated with {@code @Domain}; the nested
 * classes are the other modes of {@link Stacks}. A property that also wants numbers names {@code DomainContext.Global} too.
 */
public class StackDomain extends DomainContextBase {
    @Provide
    Arbitrary<Hardware> stack() {
        return Stacks.any();
    }

    @Provide
    Arbitrary<List<Hardware>> fleet() {
        return Stacks.fleet();
    }

    @Override
    public Collection<SampleReportingFormat> getReportingFormats() {
        return ImmutableList.of(new OutlineFormat());
    }

    /** Nothing unknown. */
    public static class Known extends StackDomain {
        @Provide
        @Override
        Arbitrary<Hardware> stack() {
            return Stacks.known();
        }
    }

    /** Nothing but daemons on host operating systems. */
    public static class ContainersOnHost extends StackDomain {
        @Provide
        @Override
        Arbitrary<Hardware> stack() {
            return Stacks.containersOnHost();
        }
    }

    /** Figures and copies as large as they get. */
    public static class NearOverflow extends StackDomain {
        @Provide
        @Override
        Arbitrary<Hardware> stack() {
            return Stacks.nearOverflow();
        }
    }

    /** One key with two sizes, one store with two kinds. */
    public static class Conflicting extends StackDomain {
        @Provide
        @Override
        Arbitrary<Hardware> stack() {
            return Stacks.conflicting();
        }
    }

    private static final class OutlineFormat implements SampleReportingFormat {
        @Override
        public boolean appliesTo(Object value) {
            return value instanceof Hardware;
        }

        @Override
        public Object report(Object value) {
            return Outline.of((Hardware) value);
        }
    }
}
