package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.catalogue.ImageColumn;
import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.IntList;
import io.virtstack.engine.table.RowBuffer;
import io.virtstack.engine.table.Table;
import io.virtstack.engine.table.TableWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes in the rows of machines, a block after the other. What a machine has written can be taken back. */
final class BlockWriter {
    private final ImmutableList<TableWriter> tables =
            Stream.generate(TableWriter::new).limit(Part.count()).collect(ImmutableList.toImmutableList());
    private final ImmutableList<IntList> starts =
            Stream.generate(IntList::new).limit(Part.count()).collect(ImmutableList.toImmutableList());
    private final ImmutableList<List<String>> names =
            Stream.<List<String>>generate(ArrayList::new).limit(Part.count()).collect(ImmutableList.toImmutableList());
    private final List<String> binaries = new ArrayList<>();
    private final VersionList versions = new VersionList();
    private final VersionList binariesVersions = new VersionList();
    private final IntList images = new IntList();
    private final NamePool layerNames = new NamePool();
    /** Apart from those of layers, which may all be different. */
    private final NamePool imageNames = new NamePool();

    private boolean open;

    RowBuffer rows(Part part) {
        return tables.get(part.index()).rows();
    }

    /** The nodes of the images of applications; the root where there is none. */
    IntList images() {
        return images;
    }

    int hosts() {
        return rows(Part.HARDWARE).size();
    }

    int rowsInAll() {
        int sum = 0;
        for (TableWriter table : tables) {
            sum += table.rows().size();
        }
        return sum;
    }

    /** Begins a machine. */
    int begin(String name, long copies) {
        open = true;
        for (int part = 0; part < Part.count(); part++) {
            starts.get(part).add(rows(Part.at(part)).size());
        }
        int row = add(Part.HARDWARE, name);
        rows(Part.HARDWARE).put(row, Field.COPIES, copies);
        return row;
    }

    int add(Part part, String name) {
        names.get(part.index()).add(layerNames.of(name));
        return rows(part).add();
    }

    int addApplication(
            String name, Optional<String> version, String onBinaries, Optional<String> ofVersion, int imageNode) {
        versions.put(images.size(), version.map(imageNames::of));
        binariesVersions.put(images.size(), ofVersion.map(imageNames::of));
        binaries.add(imageNames.of(onBinaries));
        images.add(imageNode);
        return add(Part.APPLICATION, name);
    }

    /** Where the rows of the machine that was begun last start. */
    int start(Part part) {
        IntList starting = starts.get(part.index());
        return starting.get(starting.size() - 1);
    }

    void end() {
        open = false;
    }

    /** Takes back what was written since the last machine began, unless it ended. */
    void takeBack() {
        if (!open) {
            return;
        }
        for (int part = 0; part < Part.count(); part++) {
            int size = start(Part.at(part));
            rows(Part.at(part)).truncate(size);
            truncate(names.get(part), size);
        }
        int applications = start(Part.APPLICATION);
        truncate(binaries, applications);
        versions.truncate(applications);
        binariesVersions.truncate(applications);
        images.truncate(applications);
        starts.forEach(starting -> starting.truncate(starting.size() - 1));
        open = false;
    }

    private static void truncate(List<?> list, int size) {
        list.subList(Math.min(size, list.size()), list.size()).clear();
    }

    /**
     * The block of all machines since the last one.
     *
     * @param nodes how many nodes images are among
     */
    Block write(int nodes) {
        Starts[] startsOfParts = new Starts[Part.count()];
        Table[] tablesOfParts = new Table[Part.count()];
        String[][] namesOfParts = new String[Part.count()][];
        for (int part = 0; part < Part.count(); part++) {
            starts.get(part).add(rows(Part.at(part)).size());
            startsOfParts[part] = new Starts(starts.get(part).toArray());
            tablesOfParts[part] = tables.get(part).write();
            namesOfParts[part] = names.get(part).toArray(String[]::new);
            starts.get(part).truncate(0);
            names.get(part).clear();
        }
        Names all = new Names(
                namesOfParts, binaries.toArray(String[]::new), versions.toArray(), binariesVersions.toArray());
        Block block = new Block(tablesOfParts, startsOfParts, ImageColumn.of(images.toArray(), nodes), all);
        binaries.clear();
        versions.truncate(0);
        binariesVersions.truncate(0);
        images.truncate(0);
        return block;
    }
}
