package io.virtstack.engine.fleet;

import io.virtstack.fleet.Grouping;
import org.jspecify.annotations.Nullable;

/** What the rows of a block are called. */
final class Names {
    private final String[][] byPart;
    private final String[] binaries;
    private final @Nullable String[] versions;
    private final @Nullable String[] binariesVersions;

    Names(String[][] byPart, String[] binaries, @Nullable String[] versions, @Nullable String[] binariesVersions) {
        this.byPart = byPart;
        this.binaries = binaries;
        this.versions = versions;
        this.binariesVersions = binariesVersions;
    }

    String of(Part part, int row) {
        return byPart[part.index()][row];
    }

    String binaries(int application) {
        return binaries[application];
    }

    /** Name and version of an application or of what it stands on. */
    String label(Grouping grouping, int application) {
        return grouping == Grouping.APPLICATION
                ? label(of(Part.APPLICATION, application), version(versions, application))
                : label(binaries[application], version(binariesVersions, application));
    }

    static String label(String name, @Nullable String version) {
        return version == null ? name : name + " " + version;
    }

    private static @Nullable String version(@Nullable String[] versions, int row) {
        return row < versions.length ? versions[row] : null;
    }

    int compareApplications(int left, int right) {
        int byBinaries = binaries[left].compareTo(binaries[right]);
        return byBinaries != 0 ? byBinaries : of(Part.APPLICATION, left).compareTo(of(Part.APPLICATION, right));
    }

    /** The same names with the applications in another order. */
    Names inOrder(int[] applications) {
        String[][] moved = byPart.clone();
        moved[Part.APPLICATION.index()] = new String[applications.length];
        String[] movedBinaries = new String[applications.length];
        @Nullable String[] movedVersions = new String[versions.length == 0 ? 0 : applications.length];
        @Nullable String[] movedBinariesVersions = new String[binariesVersions.length == 0 ? 0 : applications.length];
        for (int row = 0; row < applications.length; row++) {
            int from = applications[row];
            moved[Part.APPLICATION.index()][row] = of(Part.APPLICATION, from);
            movedBinaries[row] = binaries[from];
            if (movedVersions.length > 0) {
                movedVersions[row] = version(versions, from);
            }
            if (movedBinariesVersions.length > 0) {
                movedBinariesVersions[row] = version(binariesVersions, from);
            }
        }
        return new Names(moved, movedBinaries, movedVersions, movedBinariesVersions);
    }
}
