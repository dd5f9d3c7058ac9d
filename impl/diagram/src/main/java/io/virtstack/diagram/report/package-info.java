/**
 * Reports: tables, pictures and explanations as one HTML page.
 *
 * <p>Entry type: {@link io.virtstack.diagram.report.ReportPage}.
 */
@NullMarked
package io.virtstack.diagram.report;

import org.jspecify.annotations.NullMarked;
