package io.virtstack.benchmarks.data;

/** What things are called. */
enum Naming {
    /** By a number of their own. */
    OWN {
        @Override
        String of(String kind, long number, int place) {
            return kind + number;
        }
    },
    /** By their place on a host, one object for all hosts. */
    SHARED {
        @Override
        String of(String kind, long number, int place) {
            return (kind + place).intern();
        }
    };

    abstract String of(String kind, long number, int place);
}
