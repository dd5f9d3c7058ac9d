@NullMarked
package io.virtstack.docker;

import org.jspecify.annotations.NullMarked;
