/**
 * Runs rows and programs, each in a process of its own, and prints ratios.
 *
 * <p>Entry type: {@link io.virtstack.benchmarks.report.Report}.
 */
@NullMarked
package io.virtstack.benchmarks.report;

import org.jspecify.annotations.NullMarked;
