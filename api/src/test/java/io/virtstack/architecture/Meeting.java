package io.virtstack.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A condition that asks a predicate. */
final class Meeting<T> extends ArchCondition<T> {
    private final DescribedPredicate<? super T> predicate;

    Meeting(DescribedPredicate<? super T> predicate) {
        super(predicate.getDescription());
        this.predicate = predicate;
    }

    @Override
    public void check(T item, ConditionEvents events) {
        boolean met = predicate.test(item);
        events.add(new SimpleConditionEvent(
                item, met, item + (met ? " meets: " : " does not meet: ") + predicate.getDescription()));
    }
}
