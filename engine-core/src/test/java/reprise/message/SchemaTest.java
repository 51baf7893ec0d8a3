package reprise.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import reprise.execution.ExecutionDecision;
import reprise.execution.PairAction;
import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.exit.ExitNote;
import reprise.exit.ExitReason;
import reprise.guard.GuardCheck;
import reprise.guard.Verdict;
import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.monitor.MonitorAction;
import reprise.monitor.MonitorScope;
import reprise.monitor.RiskMeasure;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.reconciliation.Difference;
import reprise.reconciliation.Resolution;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.signal.ArbitrationReason;
import reprise.signal.DetectionType;
import reprise.signal.MoverStage;
import reprise.signal.SizeCap;
import reprise.testing.ArrayOutlet;
import reprise.time.EngineClock;

/** The schema says what the vocabularies say, no more and no less. */
class SchemaTest {
    private static final int FIRST_COMMAND = 101;

    private static Document schema;

    @BeforeAll
    static void read() throws Exception {
        schema = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(SchemaTest.class.getResourceAsStream("/engine-messages.xml"));
    }

    private static List<Element> elements(final Element parent, final String name) {
        final NodeList nodes = parent.getElementsByTagName(name);
        final List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Map<Integer, String> messages(final boolean commands) {
        final Map<Integer, String> names = new LinkedHashMap<>();
        for (final Element message : elements(schema.getDocumentElement(), "sbe:message")) {
            final int id = Integer.parseInt(message.getAttribute("id"));
            if (id >= FIRST_COMMAND == commands) {
                names.put(id, message.getAttribute("name"));
            }
        }
        return names;
    }

    private static Map<Integer, String> templatesWritten(final Class<?> vocabulary) throws Exception {
        final ArrayOutlet outlet = new ArrayOutlet();
        final Object publisher = vocabulary == EngineEvents.class
                ? new EventPublisher(outlet)
                : new CommandPublisher(outlet, new EngineClock());
        final Map<Integer, String> names = new LinkedHashMap<>();
        for (final Method method : Calls.methodsOf(vocabulary)) {
            method.invoke(
                    publisher,
                    Calls.anyCall(method, new SplittableRandom(1)).arguments().toArray());
            final int id = Envelope.templateId(outlet.buffer(), 0);
            assertThat(names.put(id, method.getName()))
                    .as("two methods write template %d", id)
                    .isNull();
        }
        return names;
    }

    @Test
    void shouldHaveOneMessageForEachEvent() throws Exception {
        assertThat(templatesWritten(EngineEvents.class).keySet())
                .containsExactlyInAnyOrderElementsOf(messages(false).keySet());
    }

    @Test
    void shouldHaveOneMessageForEachCommandAndDecision() throws Exception {
        assertThat(templatesWritten(EngineOutput.class).keySet())
                .containsExactlyInAnyOrderElementsOf(messages(true).keySet());
    }

    @ParameterizedTest
    @ValueSource(classes = {EngineEvents.class, EngineOutput.class})
    void shouldCallMessagesByTheNamesOfTheirMethods(final Class<?> vocabulary) throws Exception {
        final Map<Integer, String> names = messages(vocabulary == EngineOutput.class);

        templatesWritten(vocabulary).forEach((id, method) -> {
            final String verb = method.startsWith("on") ? method.substring(2) : method;
            assertThat(names.get(id)).startsWithIgnoringCase(verb);
            assertThat(Templates.name(id)).isEqualTo(names.get(id));
        });
        assertThat(Templates.name(Envelope.ABORTED_TEMPLATE_ID)).isEqualTo("Unknown(0)");
    }

    @Test
    void shouldCarryTheCauseFirstInEveryCommand() {
        for (final Element message : elements(schema.getDocumentElement(), "sbe:message")) {
            final boolean isCommand = Integer.parseInt(message.getAttribute("id")) >= FIRST_COMMAND;
            final List<Element> fields = elements(message, "field");
            final boolean causeFirst = !fields.isEmpty()
                    && fields.get(0).getAttribute("name").equals("causeSequence")
                    && fields.get(0).getAttribute("type").equals("int64");
            assertThat(causeFirst).as(message.getAttribute("name")).isEqualTo(isCommand);
        }
    }

    @Test
    void shouldCodeEnumsByTheirOrdinals() {
        final Map<String, Class<? extends Enum<?>>> enums = Map.ofEntries(
                Map.entry("SideCode", Side.class),
                Map.entry("AggressorCode", Aggressor.class),
                Map.entry("InstrumentStatusCode", InstrumentStatus.class),
                Map.entry("OrderTypeCode", OrderType.class),
                Map.entry("TimeInForceCode", TimeInForce.class),
                Map.entry("FeeAssetCode", FeeAsset.class),
                Map.entry("LiquidityCode", Liquidity.class),
                Map.entry("ReportedStatusCode", ReportedStatus.class),
                Map.entry("RejectCode", RejectReason.class),
                Map.entry("TradingScopeCode", TradingScope.class),
                Map.entry("TradingStateCode", TradingState.class),
                Map.entry("StateCauseCode", StateCause.class),
                Map.entry("GuardCheckCode", GuardCheck.class),
                Map.entry("VerdictCode", Verdict.class),
                Map.entry("MonitorScopeCode", MonitorScope.class),
                Map.entry("RiskMeasureCode", RiskMeasure.class),
                Map.entry("MonitorActionCode", MonitorAction.class),
                Map.entry("ExitReasonCode", ExitReason.class),
                Map.entry("ExitNoteCode", ExitNote.class),
                Map.entry("DetectionTypeCode", DetectionType.class),
                Map.entry("MoverStageCode", MoverStage.class),
                Map.entry("ArbitrationReasonCode", ArbitrationReason.class),
                Map.entry("SizeCapCode", SizeCap.class),
                Map.entry("ExecutionDecisionCode", ExecutionDecision.class),
                Map.entry("PairStateCode", PairState.class),
                Map.entry("PairReasonCode", PairReason.class),
                Map.entry("PairActionCode", PairAction.class),
                Map.entry("DifferenceCode", Difference.class),
                Map.entry("ResolutionCode", Resolution.class));
        final List<Element> coded = elements(schema.getDocumentElement(), "enum");

        assertThat(coded).hasSameSizeAs(enums.keySet());
        for (final Element code : coded) {
            final Class<? extends Enum<?>> type = enums.get(code.getAttribute("name"));
            final List<Element> values = elements(code, "validValue");
            assertThat(values.stream().map(value -> value.getAttribute("name")))
                    .containsExactlyElementsOf(Arrays.stream(type.getEnumConstants())
                            .map(Enum::name)
                            .toList());
            for (int ordinal = 0; ordinal < values.size(); ordinal++) {
                assertThat(values.get(ordinal).getTextContent()).isEqualTo(Integer.toString(ordinal));
            }
        }
    }
}
