package io.virtstack.inventory.document;

import io.virtstack.inventory.InventoryRule;
import org.jspecify.annotations.Nullable;

/** A document that cannot be read. Whoever knows the file turns it into the exception that users see. */
public final class DocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final InventoryRule rule;
    private final String value;
    private final String remedy;

    /**
     * Creates the exception.
     *
     * @param place the line and, where there is one, the pointer of the value
     * @param rule the rule that is broken
     * @param value what breaks it
     * @param remedy what to do about it
     * @param cause the failure underneath, if there is one
     */
    public DocumentException(String place, InventoryRule rule, String value, String remedy, @Nullable Throwable cause) {
        super(place + ": " + rule.id() + ": " + value + "; " + remedy, cause);
        this.place = place;
        this.rule = rule;
        this.value = value;
        this.remedy = remedy;
    }

    /** {@return the line and, where there is one, the pointer of the value} */
    public String place() {
        return place;
    }

    /** {@return the rule that is broken} */
    public InventoryRule rule() {
        return rule;
    }

    /** {@return what breaks the rule} */
    public String value() {
        return value;
    }

    /** {@return what to do about it} */
    public String remedy() {
        return remedy;
    }
}
