package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.comparison.Comparison;
import io.virtstack.layer.Hardware;

/** Two stacks, and what changes from one to the other. */
public final class ComparisonSubject extends Subject {
    private final MachinesSubject before;
    private final MachinesSubject after;

    /**
     * @param before a stack
     * @param after what it becomes
     */
    public ComparisonSubject(Hardware before, Hardware after) {
        boolean sameName = before.name().equals(after.name());
        this.before = new MachinesSubject(before.name() + (sameName ? ", before" : ""), ImmutableList.of(before));
        this.after = new MachinesSubject(after.name() + (sameName ? ", after" : ""), ImmutableList.of(after));
    }

    @Override
    String title() {
        return before.title() + " and " + after.title();
    }

    @Override
    ImmutableList<Section> sections(AdmissionRule rule) {
        MachineAnswers answersBefore = before.answers();
        MachineAnswers answersAfter = after.answers();
        ChangeTable changes = new ChangeTable(before.title(), answersBefore, after.title(), answersAfter);
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        boolean defined =
                answersBefore.undefined().isEmpty() && answersAfter.undefined().isEmpty();
        if (defined) {
            Hardware machineBefore = before.machines().get(0);
            Hardware machineAfter = after.machines().get(0);
            Comparison comparison = AggregationEngine.create().compare(machineBefore, machineAfter);
            sections.add(Section.of("What changes", changes.figures(), Applications.of(comparison)));
            sections.add(Section.of(
                    "Layers", Pictures.ofComparison(machineBefore, machineAfter), Pictures.ofDisk(comparison)));
        } else {
            sections.add(Section.of("What changes", changes.figures()));
        }
        sections.add(new Section("Changes by kind of layer", changes.byKind()));
        sections.add(side(before, answersBefore, rule, defined));
        sections.add(side(after, answersAfter, rule, defined));
        return sections.build();
    }

    private static Section side(MachinesSubject side, MachineAnswers answers, AdmissionRule rule, boolean isDrawn) {
        ImmutableList.Builder<Content> contents = ImmutableList.builder();
        if (!isDrawn) {
            contents.addAll(Pictures.ofMachines(side.title(), side.machines(), answers));
        }
        return new Section(
                side.title(), contents.addAll(side.details(answers, rule)).build());
    }
}
