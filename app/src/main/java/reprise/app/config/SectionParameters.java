package reprise.app.config;

import java.util.List;
import reprise.exit.ExitPolicy;
import reprise.market.InstrumentDefinition;
import reprise.parameter.ParameterSource;

/** Parameters in a section of a file. */
record SectionParameters(Section section, List<InstrumentDefinition> instruments) implements ParameterSource {
    @Override
    public boolean has(final String name) {
        return section.has(name);
    }

    @Override
    public String text(final String name) {
        return section.requiredText(name);
    }

    @Override
    public List<String> texts(final String name) {
        return section.texts(name);
    }

    @Override
    public List<String> recordNames(final String name) {
        return section.section(name).keys();
    }

    @Override
    public ParameterSource record(final String name, final String recordName) {
        return new SectionParameters(section.section(name).section(recordName), instruments);
    }

    @Override
    public String recordText(final String name, final String recordName) {
        final Section records = section.section(name);
        return records.isPlain(recordName) ? records.requiredText(recordName) : null;
    }

    @Override
    public ParameterSource nested(final String name) {
        return new SectionParameters(section.optionalSection(name), instruments);
    }

    @Override
    public ExitPolicy exits(final String name) {
        return ExitSection.read(section.section(name));
    }

    @Override
    public void finish() {
        section.finish();
    }

    @Override
    public List<String> symbols() {
        return instruments.stream().map(InstrumentDefinition::symbol).toList();
    }

    @Override
    public int quantityDecimals(final String symbol) {
        return instruments.stream()
                .filter(definition -> definition.symbol().equals(symbol))
                .findFirst()
                .orElseThrow()
                .quantityDecimals();
    }

    @Override
    public RuntimeException invalid(final String name, final String problem) {
        final int dot = name.indexOf('.');
        return dot < 0
                ? section.invalid(name, problem)
                : new SectionParameters(section.section(name.substring(0, dot)), instruments)
                        .invalid(name.substring(dot + 1), problem);
    }

    @Override
    public RuntimeException missing(final String name) {
        return section.missing(name);
    }

    @Override
    public String suggestion(final String word, final List<String> known) {
        return Nearest.suggestion(word, known);
    }
}
