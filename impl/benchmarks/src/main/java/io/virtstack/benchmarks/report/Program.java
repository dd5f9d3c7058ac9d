package io.virtstack.benchmarks.report;

import com.google.common.collect.ImmutableList;
import io.virtstack.benchmarks.programs.EditsInsideFleets;
import io.virtstack.benchmarks.programs.Growth;
import io.virtstack.benchmarks.programs.HeapPerContainer;
import io.virtstack.benchmarks.programs.LoadAndFirstAnswer;
import io.virtstack.benchmarks.programs.TwoCores;

/** What does not fit JMH: a program with the options of its process. */
enum Program {
    LOAD_AND_FIRST_ANSWER(LoadAndFirstAnswer.class, "-Xmx6g"),
    HEAP_PER_CONTAINER(
            HeapPerContainer.class, "-Xmx6g", "-Djdk.attach.allowAttachSelf=true", "-Djol.magicFieldOffset=true"),
    TWO_CORES(TwoCores.class, "-Xmx6g"),
    EDITS_INSIDE_FLEETS(EditsInsideFleets.class, "-Xmx8g"),
    GROWTH(Growth.class, "-Xmx8g");

    private final Class<?> type;
    private final ImmutableList<String> options;

    Program(Class<?> type, String... options) {
        this.type = type;
        this.options = ImmutableList.copyOf(options);
    }

    Class<?> type() {
        return type;
    }

    ImmutableList<String> options() {
        return options;
    }
}
