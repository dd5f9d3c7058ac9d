package io.virtstack.engine.report;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.Aggregation;
import io.virtstack.engine.columns.Ledger;
import io.virtstack.engine.columns.Ledgers;
import io.virtstack.engine.exact.WideSum;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.engine.kernel.ReadyTimes;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Explanation;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.ImageUsage;
import io.virtstack.footprint.Total;
import io.virtstack.layer.LayerPath;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The answers about some rows. Each part is computed when it is first asked for, once. */
public final class Report implements Aggregation {
    private static final Comparator<ImageUsage> IMAGES_IN_ORDER = Comparator.comparing(ImageUsage::daemon)
            .thenComparing(ImageUsage::name)
            .thenComparing(ImageUsage::layers)
            .thenComparing(usage -> usage.size().amount())
            .thenComparing(ImageUsage::containers)
            .thenComparing(ImageUsage::toString)
            .thenComparing(usage -> usage.size().gaps().toString());

    private final Rows rows;
    private final Ledgers ledgers;
    private final ImmutableMap<Figure<?>, Supplier<StartupReport>> startups;
    private final Supplier<Footprint> footprint = Suppliers.memoize(this::makeFootprint);

    /**
     * Creates the answers.
     *
     * @param rows what they are about
     */
    public Report(Rows rows) {
        this.rows = rows;
        this.ledgers = new Ledgers(rows);
        this.startups = ImmutableMap.of(
                Figure.STARTUP, startup(Figure.STARTUP, ReadyTimes.Floor.COLD),
                Figure.WARM_STARTUP, startup(Figure.WARM_STARTUP, ReadyTimes.Floor.WARM));
    }

    private Supplier<StartupReport> startup(Figure.Longest<Duration> figure, ReadyTimes.Floor floor) {
        return Suppliers.memoize(() -> new StartupReport(figure, rows, ReadyTimes.of(rows, floor)));
    }

    /** {@return the ledgers behind the answers} */
    public Ledgers ledgers() {
        return ledgers;
    }

    @Override
    public Footprint footprint() {
        return footprint.get();
    }

    private Footprint makeFootprint() {
        ImmutableList.Builder<Total<?>> totals = ImmutableList.builder();
        Figure.sums().forEach(figure -> totals.add(sums(figure).total()));
        startups.values().forEach(startup -> startup.get().total().ifPresent(totals::add));
        return Footprint.of(totals.build());
    }

    @Override
    @SuppressWarnings("unchecked") // what is longest is a duration
    public <Q> Optional<Total<Q>> find(Figure<Q> figure) {
        return figure instanceof Figure.Sum<Q> sum
                ? Optional.of(total(sum))
                : startup(figure).total().map(total -> (Total<Q>) total);
    }

    private StartupReport startup(Figure<?> figure) {
        return Objects.requireNonNull(startups.get(figure)).get();
    }

    /**
     * {@return the total of one sum alone}
     *
     * @param figure which sum
     * @param <Q> the quantity
     */
    public <Q> Total<Q> total(Figure.Sum<Q> figure) {
        return sums(figure).total();
    }

    /**
     * {@return by how much a sum is more than in other answers, in base units; it may fit where the sums do not}
     *
     * @param less the other answers
     * @param figure which sum
     * @param what what it is the difference of, for the error text
     * @throws io.virtstack.quantity.OverflowException if a {@code long} cannot hold it
     */
    public long minus(Report less, Figure.Sum<?> figure, Supplier<String> what) {
        WideSum difference = new WideSum();
        add(ledgers.of(figure), 1, difference);
        add(less.ledgers.of(figure), -1, difference);
        return difference.toLong(what);
    }

    private static void add(Ledger ledger, int sign, WideSum sum) {
        for (int line = 0; line < ledger.size(); line++) {
            sum.add(ledger.amount(line), sign * ledger.times(line));
        }
    }

    @Override
    public <Q> Breakdown<Category, Q> byKind(Figure.Sum<Q> figure) {
        return sums(figure).byKind();
    }

    @Override
    public <Q> Breakdown<LayerPath, Q> byHost(Figure.Sum<Q> figure) {
        return sums(figure).byHost();
    }

    @Override
    public <Q> Breakdown<LayerPath, Q> byApplication(Figure.Sum<Q> figure) {
        return sums(figure).byApplication();
    }

    @Override
    public <Q> Explanation<Q> explain(Figure<Q> figure) {
        if (figure instanceof Figure.Sum<Q> sum) {
            return sums(sum).explain();
        }
        return new Explanation<>(figure, startup(figure).contributions());
    }

    @Override
    public ImmutableList<ImageUsage> images() {
        ledgers.of(Figure.DISK);
        return ledgers.images().stream()
                .flatMap(store -> new ImagesOfStore(rows, store).usages())
                .sorted(IMAGES_IN_ORDER)
                .collect(ImmutableList.toImmutableList());
    }

    private <Q> SumReport<Q> sums(Figure.Sum<Q> figure) {
        return new SumReport<>(figure, rows, ledgers);
    }
}
