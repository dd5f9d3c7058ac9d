package io.virtstack.diagram;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A report as browsers read it. */
record ParsedReport(Document document) {
    /** Parses a report twice: as HTML, and as the XML that it has to be too. */
    static ParsedReport of(Report report) {
        String html = report.html();
        SvgOutline.parse(html);
        return new ParsedReport(Jsoup.parse(html));
    }

    List<Element> tables(String caption) {
        return document.select("table").stream()
                .filter(table -> table.select("> caption").text().startsWith(caption))
                .toList();
    }

    Element table(String caption) {
        List<Element> tables = tables(caption);
        if (tables.isEmpty()) {
            throw new AssertionError(
                    "no table " + caption + " in " + document.select("caption").eachText());
        }
        return tables.get(0);
    }

    /** What a table says of something in a column. */
    String cell(String caption, String row, String column) {
        Element table = table(caption);
        int index = table.select("> thead th").eachText().indexOf(column);
        return table.select("> tbody > tr, > tfoot > tr").stream()
                .filter(tr -> tr.child(0).text().equals(row))
                .map(tr -> tr.child(index).text())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + row + " in " + table.text()));
    }

    static ImmutableList<Element> numbers(Element table) {
        return table.select("> thead th").stream()
                .filter(head -> head.hasClass("number"))
                .collect(ImmutableList.toImmutableList());
    }

    /** The sum of all rows but the last, which says what the sum is. */
    static BigInteger sum(Element table, int column) {
        List<Element> rows = table.select("> tbody > tr, > tfoot > tr");
        BigInteger sum = BigInteger.ZERO;
        for (Element row : rows.subList(0, rows.size() - 1)) {
            sum = sum.add(order(row, column));
        }
        return sum;
    }

    static BigInteger saidSum(Element table, int column) {
        List<Element> rows = table.select("> tbody > tr, > tfoot > tr");
        return order(rows.get(rows.size() - 1), column);
    }

    private static BigInteger order(Element row, int column) {
        return new BigInteger(row.child(column).attr("data-order"));
    }
}
