package io.virtstack.diagram.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.capacity.Resource;
import io.virtstack.diagram.picture.UseHistogram.Group;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class HeatCellProperties {
    @Provide
    Arbitrary<List<Group>> groups() {
        Arbitrary<Integer> thousandths = Arbitraries.integers().between(0, Band.OVER);
        return Arbitraries.maps(thousandths, Arbitraries.longs().between(1, 1000))
                .ofMaxSize(20)
                .map(counts -> new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(count -> new Group(
                                        count.getKey(),
                                        ImmutableSet.of(Resource.CPU),
                                        count.getKey() % 2 == 0,
                                        count.getValue()))
                                .collect(ImmutableList.toImmutableList()));
    }

    @Property
    void allMachinesAreDealtEvenly(
            @ForAll("groups") List<Group> groups, @ForAll @IntRange(min = 1, max = 100) int most) {
        long machines = groups.stream().mapToLong(Group::machines).sum();

        List<HeatCell> cells = HeatCell.of(groups, machines, most);

        assertThat(cells).hasSize((int) Math.min(machines, most));
        assertThat(cells.stream().mapToLong(HeatCell::machines).sum()).isEqualTo(machines);
        long each = machines / Math.max(1, cells.size());
        assertThat(cells).allSatisfy(cell -> assertThat(cell.machines()).isBetween(each, each + 1));
    }

    @Property
    void aCellShowsTheMostUsedMachineInIt(
            @ForAll("groups") List<Group> groups, @ForAll @IntRange(min = 1, max = 100) int most) {
        long machines = groups.stream().mapToLong(Group::machines).sum();
        long end = 0;
        for (HeatCell cell : HeatCell.of(groups, machines, most)) {
            long begin = end;
            end += cell.machines();
            boolean isExact = true;
            long machine = 0;
            for (Group group : groups) {
                if (machine < end && machine + group.machines() > begin) {
                    isExact &= group.isExact();
                }
                machine += group.machines();
            }
            assertThat(cell.most()).isEqualTo(at(end - 1, groups));
            assertThat(cell.isExact()).isEqualTo(isExact);
        }
    }

    private static Group at(long machine, List<Group> groups) {
        long end = 0;
        for (Group group : groups) {
            end += group.machines();
            if (machine < end) {
                return group;
            }
        }
        throw new AssertionError("no machine " + machine);
    }
}
