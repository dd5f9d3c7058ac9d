package io.virtstack.quantity;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What holds for every quantity that can be written and read (L12). */
interface TextFormLaws<T> {
    @Provide
    Arbitrary<T> values();

    String format(T value);

    T parse(String text);

    @Property
    default void readsWhatItWrites(@ForAll("values") T value) {
        assertThat(parse(format(value))).isEqualTo(value);
    }

    @Property
    default void differentValuesReadDifferently(@ForAll("values") T one, @ForAll("values") T other) {
        assertThat(format(one).equals(format(other))).isEqualTo(one.equals(other));
    }

    @Property
    default void spaceAroundItDoesNotMatter(@ForAll("values") T value) {
        assertThat(parse("  " + format(value) + "\t")).isEqualTo(value);
    }

    @Property
    default void nothingMayFollowOrPrecede(@ForAll("values") T value) {
        assertThatThrownBy(() -> parse(format(value) + " !")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> parse("~" + format(value))).isInstanceOf(IllegalArgumentException.class);
    }
}
