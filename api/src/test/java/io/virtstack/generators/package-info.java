/**
 * Stacks for property tests: every shape and every gap the model knows, drawn from small alphabets so that sharing happens.
 *
 * <p>Entry type: {@link io.virtstack.generators.Stacks}. Only {@code Stacks} and {@code StackDomain} know the property runner.
 */
@NullMarked
package io.virtstack.generators;

import org.jspecify.annotations.NullMarked;
