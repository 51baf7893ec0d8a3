package reprise.simulation.data;

import java.time.ZoneId;
import java.util.List;

/** A recognised format of ticks: everything about a file that its form tells. */
sealed interface TickDialect {
    /** Of the format, for people. */
    String name();

    /** What it may hold. */
    List<TickKind> kinds();

    /** What is worth telling about the recognition. */
    List<String> notes();

    /**
     * One tick to a row.
     *
     * @param name of the format
     * @param layout how rows are written
     * @param columns which column holds what
     * @param zone of stamps that carry none
     * @param notes what is worth telling
     */
    record Rows(String name, RowLayout layout, TickColumns columns, ZoneId zone, List<String> notes)
            implements TickDialect {
        @Override
        public List<TickKind> kinds() {
            return List.of(columns.areTrades() ? TickKind.TRADES : TickKind.QUOTES);
        }
    }

    /**
     * A venue's messages, one to a line.
     *
     * @param format of the messages
     * @param symbols that the first lines name
     * @param notes what is worth telling
     */
    record Stream(StreamFormat format, List<String> symbols, List<String> notes) implements TickDialect {
        @Override
        public String name() {
            return format.name();
        }

        @Override
        public List<TickKind> kinds() {
            return format.kinds();
        }
    }
}
