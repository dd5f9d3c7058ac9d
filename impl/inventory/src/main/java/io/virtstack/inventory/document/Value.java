package io.virtstack.inventory.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** A value of a document, shared by all the places that an alias gives it. */
sealed interface Value {
    /** {@return the line it begins in, from 1} */
    int line();

    /** {@return the tag of an application's own that stands before it} */
    Optional<String> tag();

    /** {@return how many values it consists of, itself and repetitions by aliases included} */
    long weight();

    /** {@return how many values stand inside one another, from 1} */
    int height();

    /**
     * A text, number, truth value or null.
     *
     * @param plain whether it is written without quotes, so that it may be more than a text
     */
    record Scalar(int line, Optional<String> tag, String text, boolean plain) implements Value {
        @Override
        public long weight() {
            return 1;
        }

        @Override
        public int height() {
            return 1;
        }
    }

    /** Values in order. */
    record Sequence(int line, Optional<String> tag, ImmutableList<Value> elements, long weight, int height)
            implements Value {}

    /** Values by keys, in the order of the document. */
    record Mapping(int line, Optional<String> tag, ImmutableMap<String, Value> members, long weight, int height)
            implements Value {}
}
