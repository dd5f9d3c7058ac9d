/**
 * The engine, step by step: {@code flatten} makes rows of values, {@code columns} makes ledgers of rows, {@code kernel} adds
 * them up, {@code report} makes values of the sums. Each step knows those before it only.
 *
 * <p>Entry type: {@link io.virtstack.engine.ColumnarEngine}.
 */
@NullMarked
package io.virtstack.engine;

import org.jspecify.annotations.NullMarked;
