package io.virtstack.values;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The implementation is hidden, builders set each attribute once, and a hash is computed once. What adds one element is called
 * as the attribute is: so a builder's {@code runs(layer)} adds the layer itself, and no list of one.
 */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        add = "*",
        addAll = "*All",
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        strictBuilder = true,
        passAnnotations = {},
        defaults = @Value.Immutable(copy = true, prehash = true))
public @interface ValueStyle {}
