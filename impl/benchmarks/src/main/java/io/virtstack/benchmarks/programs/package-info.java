/**
 * What JMH does not measure: memory, growth, threads, and what happens only once. Each class is a program that prints a table.
 */
@NullMarked
package io.virtstack.benchmarks.programs;

import org.jspecify.annotations.NullMarked;
