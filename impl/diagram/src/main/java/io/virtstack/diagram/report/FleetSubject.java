package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.diagram.Diagram;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.Grouping;
import io.virtstack.footprint.Figure;

/** A fleet: what is said of it does not grow with it. */
public final class FleetSubject extends Subject {
    private final Fleet fleet;

    /** @param fleet of any size */
    public FleetSubject(Fleet fleet) {
        this.fleet = fleet;
    }

    @Override
    String title() {
        return fleet.name();
    }

    @Override
    ImmutableList<Section> sections(AdmissionRule rule) {
        FleetAnswers answers = new FleetAnswers(fleet);
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        sections.add(Section.of(
                "Footprint",
                new Paragraph("The fleet has " + Names.count(fleet.hosts(), "machine", "machines") + "."),
                FootprintTable.of(answers)));
        if (answers.undefined().isEmpty()) {
            sections.add(Section.of(
                    "Layers",
                    new Drawing(
                            "All layers of a kind together", Diagram.of(fleet).svg())));
        } else {
            sections.add(new Section("Broken rules", Violations.ofUndefined(answers)));
        }
        sections.add(new Section("Breakdowns", breakdowns(answers)));
        sections.add(new Section("Utilisation", Fullness.of(answers, fleet, rule)));
        sections.add(Section.of("Unknown figures", GapTable.of(answers)));
        sections.add(
                Section.of(
                        "Where the figures come from",
                        new Paragraph(
                                "Each figure is the sum of what the machines cost by themselves, each machine counted as often"
                                        + " as there are copies of it. A report of one of the machines explains its figures line by line.")));
        return sections.build();
    }

    private ImmutableList<Content> breakdowns(FleetAnswers answers) {
        if (answers.sums(Figure.sums()).isEmpty()) {
            return ImmutableList.of(new Paragraph("Nothing costs anything."));
        }
        ImmutableList.Builder<Content> tables = ImmutableList.builder();
        tables.add(KindTable.of(answers));
        for (Grouping grouping : Grouping.values()) {
            answers.sums(ImmutableList.of(Figure.DISK, Figure.MEMORY))
                    .forEach(figure -> tables.add(TopTable.of(fleet, grouping, figure)));
        }
        return tables.build();
    }
}
