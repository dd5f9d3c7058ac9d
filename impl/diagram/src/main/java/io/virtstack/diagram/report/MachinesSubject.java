package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.diagram.layout.PlainText;
import io.virtstack.layer.Hardware;

/** Machines, and what runs on them. */
public final class MachinesSubject extends Subject {
    private final String title;
    private final ImmutableList<Hardware> machines;

    /**
     * @param title what they are called together
     * @param machines each is counted as often as it occurs
     */
    public MachinesSubject(String title, Iterable<Hardware> machines) {
        this.title = PlainText.of(title);
        this.machines = ImmutableList.copyOf(machines);
    }

    @Override
    String title() {
        return title;
    }

    ImmutableList<Hardware> machines() {
        return machines;
    }

    MachineAnswers answers() {
        return new MachineAnswers(AggregationEngine.create().aggregate(machines));
    }

    @Override
    ImmutableList<Section> sections(AdmissionRule rule) {
        MachineAnswers answers = answers();
        return ImmutableList.<Section>builder()
                .add(Section.of("Footprint", FootprintTable.of(answers)))
                .add(new Section("Layers", Pictures.ofMachines(title, machines, answers)))
                .addAll(details(answers, rule))
                .build();
    }

    /** What there is to say besides the footprint and the picture. */
    ImmutableList<Section> details(MachineAnswers answers, AdmissionRule rule) {
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        sections.add(new Section("Breakdowns", Breakdowns.of(answers)));
        sections.add(new Section("Images", Images.of(answers, machines)));
        sections.add(new Section("Utilisation", Fullness.of(answers, title, machines, rule)));
        sections.add(new Section("Broken rules", Violations.of(answers, ImmutableMultiset.copyOf(machines), rule)));
        sections.add(Section.of("Unknown figures", GapTable.of(answers)));
        sections.add(new Section("Where the figures come from", Sources.of(answers)));
        return sections.build();
    }
}
