package io.virtstack.quantity;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every quantity that can be compared. */
interface TotalOrderLaws<T extends Comparable<T>> {
    @Provide
    Arbitrary<T> values();

    @Property
    default void isConsistentWithEquals(@ForAll("values") T one, @ForAll("values") T other) {
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
    }

    @Property
    default void isAntisymmetric(@ForAll("values") T one, @ForAll("values") T other) {
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
    }

    @Property
    default void isTransitive(@ForAll("values") T one, @ForAll("values") T two, @ForAll("values") T three) {
        if (one.compareTo(two) <= 0 && two.compareTo(three) <= 0) {
            assertThat(one.compareTo(three)).isNotPositive();
        }
    }
}
