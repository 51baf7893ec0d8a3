package reprise.research.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import reprise.research.GoldenJson;
import reprise.testkit.SharedFiles;

/** A pair of series and what statsmodels makes of it. */
final class GoldenPair {
    private static List<GoldenPair> all;

    private final String name;
    private final GoldenJson values;
    private final double[] a;
    private final double[] b;

    private GoldenPair(final String name) {
        this.name = name;
        values = new GoldenJson("stats/" + name + ".json");
        final List<String[]> rows = SharedFiles.lines("golden/inputs/pairs/" + name + ".csv").stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        a = rows.stream()
                .mapToDouble(row -> StrictMath.log(Double.parseDouble(row[1])))
                .toArray();
        b = rows.stream()
                .mapToDouble(row -> StrictMath.log(Double.parseDouble(row[2])))
                .toArray();
    }

    /** Read once; changed by no test. */
    static synchronized Stream<GoldenPair> all() throws IOException {
        if (all == null) {
            all = readAll();
        }
        return all.stream();
    }

    private static List<GoldenPair> readAll() throws IOException {
        try (Stream<Path> files = Files.list(SharedFiles.file("golden/stats"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json") && !file.equals("mackinnon.json"))
                    .sorted()
                    .map(file -> new GoldenPair(file.replace(".json", "")))
                    .toList();
        }
    }

    double[] a() {
        return a.clone();
    }

    double[] b() {
        return b.clone();
    }

    double number(final String path) {
        return values.number(path);
    }

    String text(final String path) {
        return values.text(path);
    }

    boolean has(final String path) {
        return values.has(path);
    }

    /** Paths of the elements of an array of objects. */
    List<String> elements(final String path, final String anyField) {
        return values.elements(path, anyField).stream()
                .map(element -> element + "/")
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
