package io.virtstack.benchmarks.data;

/** How often each image is chosen. */
public enum Popularity {
    /** The image of rank r as often as 1 in r. */
    ZIPF {
        @Override
        double weight(int rank) {
            return 1.0 / (rank + 1);
        }
    },
    /** All alike. */
    UNIFORM {
        @Override
        double weight(int rank) {
            return 1;
        }
    };

    abstract double weight(int rank);
}
