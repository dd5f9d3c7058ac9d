package io.virtstack.diagram;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.diagram.report.ComparisonSubject;
import io.virtstack.diagram.report.FleetSubject;
import io.virtstack.diagram.report.MachinesSubject;
import io.virtstack.diagram.report.ReportPage;
import io.virtstack.diagram.report.Subject;
import io.virtstack.fleet.Fleet;
import io.virtstack.layer.Hardware;

/**
 * A report for people: figures as tables, pictures, broken rules with their remedies, what is unknown, and where each figure
 * comes from. One HTML page that asks for nothing from elsewhere, reads without script, in light and dark, and prints.
 *
 * <pre>{@code
 * String html = Report.of(machine).withRule(rule).html();
 * }</pre>
 *
 * <p>Figures are exact; a total with gaps reads "≥", with their number. Long tables show the rows that have most, and the
 * rest as one row, so that their sums are those of the engine: a report has a bound, however much it is about.
 *
 * <p>The figures are those of {@link io.virtstack.AggregationEngine#create()}: the engine has to be there at run time. While a
 * store holds something of two sizes, figures of disk read undefined, and the report says which rule is broken. Names are shown
 * as plain text, whatever they contain.
 *
 * <p>Equal input gives equal reports, byte by byte: nothing in them depends on the time or on the machine. Immutable and safe for
 * use by several threads.
 */
public final class Report {
    private final Subject subject;
    private final AdmissionRule rule;
    private final ImmutableList<String> notes;

    private Report(Subject subject, AdmissionRule rule, ImmutableList<String> notes) {
        this.subject = subject;
        this.rule = rule;
        this.notes = notes;
    }

    private static Report of(Subject subject) {
        return new Report(subject, AdmissionRule.standard(), ImmutableList.of());
    }

    /**
     * {@return a report of one machine}
     *
     * @param machine a stack
     */
    public static Report of(Hardware machine) {
        return of(machine.name(), ImmutableList.of(machine));
    }

    /**
     * {@return a report of several machines together}
     *
     * @param title what they are called together
     * @param machines each is counted as often as it occurs
     */
    public static Report of(String title, Iterable<Hardware> machines) {
        return of(new MachinesSubject(title, machines));
    }

    /**
     * {@return a report of a fleet, which is no longer for a larger one}
     *
     * @param fleet of any size
     */
    public static Report of(Fleet fleet) {
        return of(new FleetSubject(fleet));
    }

    /**
     * {@return a report of what changes from one stack to another, and of both}
     *
     * @param before a stack
     * @param after what it becomes
     */
    public static Report compare(Hardware before, Hardware after) {
        return of(new ComparisonSubject(before, after));
    }

    /**
     * {@return the same report, in which machines are full when this rule says so; unless set, {@link AdmissionRule#standard()}}
     *
     * @param admissionRule over-commit, reserves and accounting
     */
    public Report withRule(AdmissionRule admissionRule) {
        return new Report(subject, admissionRule, notes);
    }

    /**
     * {@return the same report with these notes instead of those it had, for example of what had to be assumed}
     *
     * @param texts one note each
     */
    public Report withNotes(Iterable<String> texts) {
        return new Report(subject, rule, ImmutableList.copyOf(texts));
    }

    /**
     * {@return the report as HTML, to be stored in UTF-8}
     *
     * @throws io.virtstack.quantity.OverflowException if a figure does not fit a {@code long}
     */
    public String html() {
        return ReportPage.of(subject, rule, notes);
    }
}
