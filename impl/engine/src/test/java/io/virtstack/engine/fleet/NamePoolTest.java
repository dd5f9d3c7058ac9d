package io.virtstack.engine.fleet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Equal names become one object, different ones never one another. */
class NamePoolTest {
    private final NamePool pool = new NamePool();

    private static String fresh(String name) {
        return String.valueOf(name.toCharArray());
    }

    @Test
    void aNameThatComesAgainIsOneObject() {
        pool.of(fresh("nginx"));
        String second = pool.of(fresh("nginx"));

        assertThat(pool.of(fresh("nginx"))).isSameAs(second);
        assertThat(pool.of(fresh("nginx"))).isSameAs(second);
    }

    @Test
    void differentNamesOfOneHashStayApart() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        for (int round = 0; round < 4; round++) {
            assertThat(pool.of(fresh("Aa"))).isEqualTo("Aa");
            assertThat(pool.of(fresh("BB"))).isEqualTo("BB");
        }
    }
}
