package io.virtstack.diagram.report;

/** A part of a report. */
sealed interface Content permits Drawing, Folded, Paragraph, Section, Table {
    /**
     * Writes the part.
     *
     * @param html where to
     * @param place where the part stands; it names sections
     */
    void write(Html html, Place place);
}
