package io.virtstack.diagram.mermaid;

import com.google.common.base.Joiner;
import io.virtstack.diagram.block.Block;
import io.virtstack.diagram.block.BlockKind;
import io.virtstack.diagram.svg.Palette;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Blocks as a Mermaid flowchart that grows upwards: an edge leads from a block to each that stands on it. */
public final class Flowchart {
    private final StringBuilder text = new StringBuilder("flowchart BT\n");
    private final Set<BlockKind> used = EnumSet.noneOf(BlockKind.class);
    private int count;

    private Flowchart() {}

    /**
     * {@return the diagram's source}
     *
     * @param title what is drawn
     * @param blocks the lowest blocks, with what stands on them
     */
    public static String of(String title, List<Block> blocks) {
        Flowchart chart = new Flowchart();
        chart.addTitle(title);
        blocks.forEach(chart::add);
        return chart.finish();
    }

    /**
     * {@return the source of a diagram of several stacks, each in a frame of its own}
     *
     * @param title what is drawn
     * @param stacks the lowest blocks of each, by what it is called
     */
    public static String of(String title, Map<String, ? extends List<Block>> stacks) {
        Flowchart chart = new Flowchart();
        chart.addTitle(title);
        stacks.forEach((name, blocks) -> {
            chart.text.append("    subgraph s").append(chart.count++);
            chart.text.append("[\"").append(Escaping.label(name)).append("\"]\n    direction BT\n");
            blocks.forEach(chart::add);
            chart.text.append("    end\n");
        });
        return chart.finish();
    }

    private void addTitle(String title) {
        text.append("    accTitle: ").append(Escaping.line(title)).append('\n');
    }

    private String finish() {
        used.forEach(this::addStyle);
        return text.toString();
    }

    private String add(Block block) {
        String id = "b" + count++;
        used.add(block.kind());
        text.append("    ").append(id).append("[\"").append(label(block)).append("\"]:::");
        text.append(block.kind().styleName()).append('\n');
        for (Block above : block.above()) {
            String idAbove = add(above);
            text.append("    ").append(id).append(" --- ").append(idAbove).append('\n');
        }
        return id;
    }

    private static String label(Block block) {
        String copies = block.badge().isEmpty() ? "" : " " + block.badge();
        String figures = Joiner.on(" · ").join(block.figures());
        return Escaping.label(block.name() + copies) + "<br/>"
                + Escaping.label(block.label())
                + (figures.isEmpty() ? "" : "<br/>" + Escaping.label(figures));
    }

    private void addStyle(BlockKind kind) {
        text.append("    classDef ")
                .append(kind.styleName())
                .append(" fill:")
                .append(Palette.LIGHT.fill(kind))
                .append(",stroke:")
                .append(Palette.LIGHT.line())
                .append(",color:")
                .append(Palette.LIGHT.text())
                .append('\n');
    }
}
