/**
 * The questions that are measured, a JMH class each: its methods are the contenders, and what it sets up asserts that they
 * agree.
 */
@NullMarked
package io.virtstack.benchmarks.rows;

import org.jspecify.annotations.NullMarked;
