/**
 * Last step: sums become the values that callers read.
 *
 * <p>Entry type: {@link io.virtstack.engine.report.Report}.
 */
@NullMarked
package io.virtstack.engine.report;

import org.jspecify.annotations.NullMarked;
