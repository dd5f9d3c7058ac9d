package io.virtstack.engine.columns;

import io.virtstack.footprint.Category;
import io.virtstack.footprint.Reason;
import java.util.Optional;

/**
 * What a line of a ledger stands for, besides its amount.
 *
 * @param row the row it comes from
 * @param category its row in a breakdown by kind
 * @param reason why it contributes
 * @param item what it is; its text is only made when somebody reads it
 * @param derived whether the amount is derived rather than stated
 * @param users who uses one copy of it; empty for the applications on its row
 */
public record Entry(int row, Category category, Reason reason, Object item, boolean derived, Optional<Users> users) {
    static Entry of(int row, Category category, Reason reason, Object item) {
        return new Entry(row, category, reason, item, false, Optional.empty());
    }

    Entry asDerived(boolean isDerived) {
        return new Entry(row, category, reason, item, isDerived, users);
    }

    Entry usedBy(Users some) {
        return new Entry(row, category, reason, item, derived, Optional.of(some));
    }
}
