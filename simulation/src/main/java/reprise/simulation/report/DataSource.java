package reprise.simulation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reprise.simulation.data.BarFileFacts;
import reprise.simulation.data.BarReader;
import reprise.simulation.data.DataQuality;
import reprise.simulation.data.StampConvention;
import reprise.simulation.data.TickFileFacts;
import reprise.simulation.data.TickReader;
import reprise.simulation.data.TickReport;
import reprise.simulation.results.Figures;

/**
 * Where bars or ticks of a run came from, and what was found in them.
 *
 * @param name of the file, or what else it was.
 * @param facts by label, for people.
 * @param findings that a reader of results should see: assumptions, corrections, refused rows.
 */
public record DataSource(String name, Map<String, String> facts, List<String> findings) {
    /** Keeps copies in their order. */
    public DataSource {
        facts = new LinkedHashMap<>(facts);
        findings = List.copyOf(findings);
    }

    /**
     * A source of which no more is known.
     *
     * @param name of it.
     * @return a source without findings.
     */
    public static DataSource named(final String name) {
        return new DataSource(name, Map.of(), List.of());
    }

    /**
     * A file that was read.
     *
     * @param reader at its end.
     * @return what it was and what was met in it.
     */
    public static DataSource of(final BarReader reader) {
        final BarFileFacts file = reader.facts();
        final DataQuality quality = reader.quality();
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Format", file.format());
        facts.put("Period", file.period().toString());
        facts.put("Times", file.timeForm() + ", " + file.zone());
        facts.put(
                "Stamped at",
                (file.stamp() == StampConvention.OPEN ? "the beginning of a bar" : "the end of a bar")
                        + (file.stampKnown() ? "" : ", by assumption"));
        facts.put("Bars", Figures.count(quality.bars()));
        facts.put("Gaps", gaps(quality) + (file.sessions() == null ? "" : ", in sessions of " + file.sessions()));
        facts.put("Duplicates", Figures.count(quality.duplicates()));
        facts.put("Out of order", Figures.count(quality.disorder()));
        facts.put(
                "Jumps",
                Figures.count(quality.jumps()) + (quality.jumps() == 0 ? "" : ", the first in " + quality.firstJump()));
        facts.put("Bad rows", Figures.count(quality.badRows()));
        facts.put("Bars without volume", file.volume() ? Figures.count(quality.zeroVolumeBars()) : "no volumes");
        met(facts, "Overlapping bars", quality.overlaps());
        met(facts, "Volumes rounded", quality.roundedVolumes());
        met(facts, "Changes of the time unit", quality.timeUnitChanges());
        final List<String> findings = new ArrayList<>(file.notes());
        findings.addAll(quality.messages());
        return new DataSource(file.source(), facts, findings);
    }

    /**
     * The ticks of one kind in a file that was read.
     *
     * @param reader at its end.
     * @return what it was and what was met in it.
     */
    public static DataSource of(final TickReader reader) {
        final TickFileFacts file = reader.facts();
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Format", file.format());
        facts.put("Times", file.timeForm() + ", " + file.zone());
        facts.put(
                capital(reader.tickKind().toString()),
                Figures.count(reader.quality().ticks()));
        TickReport.Part.findings(reader.tickKind(), reader.quality())
                .forEach((label, count) -> facts.put(capital(label), Figures.count(count)));
        final List<String> findings = new ArrayList<>(file.notes());
        findings.addAll(reader.quality().messages());
        return new DataSource(file.source() + ", " + reader.tickKind(), facts, findings);
    }

    private static String capital(final String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    private static void met(final Map<String, String> facts, final String label, final long count) {
        if (count > 0) {
            facts.put(label, Figures.count(count));
        }
    }

    private static String gaps(final DataQuality quality) {
        if (quality.gaps() == 0) {
            return "none";
        }
        return Figures.count(quality.gaps()) + " (" + Figures.count(quality.gapsWithinDay()) + " within a day), "
                + Figures.count(quality.missingBars()) + " bars missing, longest "
                + Figures.duration(quality.longestGapNs()) + " from "
                + new PageTime().of(quality.longestGapStartNs());
    }
}
