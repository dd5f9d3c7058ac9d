package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.AdmissionRule;

/** What a report is about. */
public abstract sealed class Subject permits ComparisonSubject, FleetSubject, MachinesSubject {
    Subject() {}

    /** What it is called. */
    abstract String title();

    /** All there is to say about it; machines are full when the rule says so. */
    abstract ImmutableList<Section> sections(AdmissionRule rule);
}
