package io.virtstack.engine.kernel;

import com.google.common.collect.ImmutableSet;
import io.virtstack.engine.columns.ApplicationOrder;
import io.virtstack.engine.columns.Entry;
import io.virtstack.engine.columns.Ledger;
import io.virtstack.engine.columns.Users;
import io.virtstack.engine.exact.WideSum;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.footprint.Figure;
import io.virtstack.quantity.Exact;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Splits each line of a ledger equally among the application copies that use it.
 *
 * <p>Every copy gets the whole quotient; the units that remain go one each to the first copies in {@link ApplicationOrder}
 * (largest remainder: all remainders of equal shares are equal, so the order decides). The shares of a line add up to it.
 */
public final class EqualShares {
    /** What a stopped application uses none of; of the others it uses as much as a running one. */
    private static final ImmutableSet<Figure.Sum<?>> OF_RUNNING = ImmutableSet.of(
            Figure.MEMORY, Figure.CPU, Figure.ALLOCATED_MEMORY, Figure.ALLOCATED_CPU, Figure.OPERATING_SYSTEMS);

    private final Rows rows;
    private final Ledger ledger;
    private final ApplicationOrder order;
    private final boolean runningOnly;
    private final WideSum[] shares;
    private final WideSum unattributed = new WideSum();
    private final BitSet[] gaps;
    private final BitSet unattributedGaps = new BitSet();

    /**
     * {@return whether stopped applications use nothing of a figure}
     *
     * @param figure which sum
     */
    public static boolean isOfRunning(Figure.Sum<?> figure) {
        return OF_RUNNING.contains(figure);
    }

    private EqualShares(Rows rows, Ledger ledger, ApplicationOrder order) {
        this.rows = rows;
        this.ledger = ledger;
        this.order = order;
        this.runningOnly = isOfRunning(ledger.figure());
        this.shares = new WideSum[rows.size()];
        this.gaps = new BitSet[rows.size()];
        rows.applications().forEach(application -> {
            shares[application] = new WideSum();
            gaps[application] = new BitSet();
        });
    }

    /**
     * {@return the shares}
     *
     * @param rows where the applications are
     * @param ledger what to split
     * @param order who gets what is left over
     */
    public static EqualShares of(Rows rows, Ledger ledger, ApplicationOrder order) {
        EqualShares result = new EqualShares(rows, ledger, order);
        for (int line = 0; line < ledger.size(); line++) {
            result.split(line);
        }
        return result;
    }

    /**
     * {@return what the copies on a row get together}
     *
     * @param application a row of an application
     */
    public long share(int application) {
        return shares[application].toLong(ledger.figure() + " of " + rows.path(application));
    }

    /** {@return what nobody uses} */
    public long unattributed() {
        return unattributed.toLong("unattributed " + ledger.figure());
    }

    /**
     * {@return the lines of unknown amount that the copies on a row use}
     *
     * @param application a row of an application
     */
    public BitSet gaps(int application) {
        return gaps[application];
    }

    /** {@return the lines of unknown amount that nobody uses} */
    public BitSet unattributedGaps() {
        return unattributedGaps;
    }

    private void split(int line) {
        Users users = users(ledger.entry(line));
        long copies = 0;
        for (int user = 0; user < users.rows().length(); user++) {
            copies = Exact.add(copies, users.counts().get(user), "number of applications");
        }
        if (copies == 0) {
            unattributed.add(ledger.amount(line), ledger.times(line));
            unattributedGaps.set(line, ledger.unknown(line));
            return;
        }
        long quotient = Math.floorDiv(ledger.amount(line), copies);
        long remainder = Math.floorMod(ledger.amount(line), copies);
        for (long ranked : inOrder(users)) {
            int user = (int) ranked;
            int application = users.rows().get(user);
            long count = users.counts().get(user);
            long extra = Math.min(remainder, count);
            remainder -= extra;
            shares[application].add(quotient * count + extra, ledger.times(line));
            gaps[application].set(line, ledger.unknown(line));
        }
    }

    /** Users, each in the lower half of a number that has its rank in the upper one. */
    private long[] inOrder(Users users) {
        long[] inOrder = new long[users.rows().length()];
        Arrays.setAll(inOrder, user -> (long) order.rank(users.rows().get(user)) << Integer.SIZE | user);
        Arrays.sort(inOrder);
        return inOrder;
    }

    private Users users(Entry entry) {
        Users users = entry.users().orElseGet(() -> Users.on(rows, entry.row()));
        return runningOnly ? users.filter(rows::running) : users;
    }
}
