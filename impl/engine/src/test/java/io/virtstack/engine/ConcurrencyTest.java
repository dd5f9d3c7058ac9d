package io.virtstack.engine;

import com.google.common.collect.ImmutableList;
import io.virtstack.Aggregation;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.footprint.Figure;
import io.virtstack.generators.StackDomain;
import io.virtstack.layer.Hardware;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;

import static org.assertj.core.api.Assertions.assertThat;

/** Engines and aggregations that are asked everything by many threads at once answer as if asked by one. */
class ConcurrencyTest {
    private static final int THREADS = 8;

    private final AggregationEngine engine = AggregationEngine.create();

    /** Names its question, since a failure has to say which. */
    private record Answer(String question, Object value) {}

    private static List<Supplier<Answer>> questions(Aggregation answers) {
        List<Supplier<Answer>> questions = new ArrayList<>();
        questions.add(() -> new Answer("footprint", answers.footprint()));
        questions.add(() -> new Answer("images", answers.images()));
        for (Figure<?> figure : Figure.all()) {
            questions.add(() -> new Answer("explain " + figure, answers.explain(figure)));
        }
        for (Figure.Sum<?> figure : Figure.sums()) {
            questions.add(() -> new Answer("kinds of " + figure, answers.byKind(figure)));
            questions.add(() -> new Answer("hosts of " + figure, answers.byHost(figure)));
            questions.add(() -> new Answer("applications of " + figure, answers.byApplication(figure)));
        }
        return questions;
    }

    /** What has happened once does not shrink, so a failure shows the fleet as it was. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    @Domain(StackDomain.class)
    void oneAggregationIsFirstUsedByManyThreads(@ForAll List<Hardware> fleet)
            throws InterruptedException, ExecutionException {
        List<Answer> alone = ask(questions(engine.aggregate(fleet)));
        Aggregation shared = engine.aggregate(fleet);

        for (List<Answer> answers : askAtOnce(() -> questions(shared))) {
            assertThat(answers).containsExactlyInAnyOrderElementsOf(alone);
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    @Domain(StackDomain.class)
    void oneEngineIsUsedByManyThreads(@ForAll Hardware stack) throws InterruptedException, ExecutionException {
        List<Answer> alone = ask(questions(stack));

        for (List<Answer> answers : askAtOnce(() -> questions(stack))) {
            assertThat(answers).containsExactlyInAnyOrderElementsOf(alone);
        }
    }

    private List<Supplier<Answer>> questions(Hardware stack) {
        List<Supplier<Answer>> questions = new ArrayList<>();
        questions.add(() -> new Answer("footprint", engine.footprint(stack)));
        questions.add(() -> new Answer("check", engine.check(stack, AdmissionRule.standard())));
        questions.add(() -> new Answer("compare", engine.compare(stack, stack)));
        return questions;
    }

    /** Each thread asks in an order of its own, so that each question is the first one somewhere. */
    private static List<List<Answer>> askAtOnce(Supplier<List<Supplier<Answer>>> questions)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<List<Answer>>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            List<Supplier<Answer>> inSomeOrder = new ArrayList<>(questions.get());
            Collections.shuffle(inSomeOrder, new Random(thread));
            tasks.add(() -> {
                start.await();
                return ask(inSomeOrder);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<List<Answer>> answers = new ArrayList<>();
            for (Future<List<Answer>> answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static ImmutableList<Answer> ask(List<Supplier<Answer>> questions) {
        return questions.stream().map(Supplier::get).collect(ImmutableList.toImmutableList());
    }
}
