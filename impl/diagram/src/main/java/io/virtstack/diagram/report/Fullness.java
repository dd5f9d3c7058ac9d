package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.diagram.Diagram;
import io.virtstack.fleet.Fleet;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.Hardware;

/** How full machines are, as a table, and as a picture where they are many. */
final class Fullness {
    private static final Paragraph UNDEFINED =
            new Paragraph("Undefined while a store holds something of two sizes, or is of two kinds.");

    private Fullness() {}

    static ImmutableList<Content> of(Answers answers, String title, Iterable<Hardware> machines, AdmissionRule rule) {
        if (!answers.isDefined(Figure.DISK)) {
            return ImmutableList.of(UNDEFINED);
        }
        AggregationEngine engine = AggregationEngine.create();
        UtilisationTable table = new UtilisationTable(rule);
        ImmutableMultiset<Hardware> each = ImmutableMultiset.copyOf(machines);
        each.forEachEntry((machine, count) -> table.add(engine.utilisation(machine, rule), count));
        if (each.size() < 2) {
            return table.contents();
        }
        // A fleet has to have a name; the title of a report may be blank.
        Fleet.Builder fleet = engine.fleet(title.isBlank() ? "machines" : title);
        each.forEachEntry(fleet::add);
        return with(picture(fleet.build(), rule), table);
    }

    static ImmutableList<Content> of(FleetAnswers answers, Fleet fleet, AdmissionRule rule) {
        if (!answers.isDefined(Figure.DISK)) {
            return ImmutableList.of(UNDEFINED);
        }
        UtilisationTable table = new UtilisationTable(rule);
        fleet.utilisation(rule, table::add);
        return with(picture(fleet, rule), table);
    }

    private static Drawing picture(Fleet fleet, AdmissionRule rule) {
        return new Drawing(
                "Machines by how full they are",
                Diagram.utilisation(fleet, rule).svg());
    }

    private static ImmutableList<Content> with(Drawing picture, UtilisationTable table) {
        return ImmutableList.<Content>builder()
                .add(picture)
                .addAll(table.contents())
                .build();
    }
}
