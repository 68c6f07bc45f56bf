package org.vitrine.intake;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrine.platform.StartFailed;

/**
 * Results of a measurement in the Quality Information Framework (QIF, ISO 23952). What was measured
 * refers to the characteristic that it is of by its id; as a table with a row for each. A document
 * that defines entities, or names anything outside of itself, is not read at all.
 */
final class QifFile {
  private static final List<String> COLUMNS =
      List.of(
          "order_number",
          "purchase_order",
          "requirement",
          "designator",
          "value",
          "unit",
          "serial",
          "measured_at",
          "device",
          "device_serial",
          "worker");
  private static final String MEASUREMENT = "CharacteristicMeasurement";
  private static final String ITEM = "CharacteristicItem";
  private static final String COMPONENT = "ActualComponent";
  private static final String RESULTS = "MeasurementResults";
  private static final String OPERATOR = "InspectionOperator";
  private static final String STATUS = "CharacteristicStatusEnum";
  private static final String SEVERAL = "\0";
  private static final Pattern WITHOUT_ZONE =
      Pattern.compile(".*T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?");
  private static final QifDevice UNKNOWN = new QifDevice("", "");
  private static final String DEVICES = "MeasurementDevices";

  /** What is kept of a thing while it is read: others may have any number of names. */
  private static final Set<String> KEPT =
      Set.of(
          "Name",
          "Designator",
          "SerialNumber",
          "CharacteristicItemId",
          "ActualComponentId",
          "TimeStamp",
          STATUS);

  private static final int DEEPEST = 60;

  /** The standard has about two thousand; a parser keeps every one that it has met. */
  private static final int MOST_NAMES = 5_000;

  private final String name;
  private final TableBudget budget;
  private final Set<String> names = new HashSet<>();
  private final Map<String, QifItem> items = new HashMap<>();
  private final Map<String, String> serials = new HashMap<>();
  private final Map<String, QifDevice> devices = new HashMap<>();
  private final List<QifMeasurement> measured = new ArrayList<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final QifUnits units = new QifUnits();
  private final Map<String, String> ofAll = new HashMap<>();
  private Map<String, String> ofResults = ofAll;
  private Map<String, String> open = new HashMap<>();
  private int unmeasured;

  private QifFile(String name, TableLimits limits) {
    this.name = name;
    this.budget = new TableBudget(name, limits);
  }

  /** A characteristic. */
  private record QifItem(String name, String designator) {}

  /** What measured. */
  private record QifDevice(String name, String serial) {
    private String called() {
      return name.isEmpty() ? serial : name;
    }
  }

  /** What was measured of it, with what was said of all results that it belongs to. */
  private record QifMeasurement(
      String element, Map<String, String> said, Map<String, String> ofResults) {}

  static boolean begins(String text) {
    String first = text.substring(0, Math.min(text.length(), 4_000));
    return first.stripLeading().startsWith("<") && first.contains("QIFDocument");
  }

  /** Throws {@link StartFailed} with a sentence where it is not sound, or holds no value. */
  static Table parse(String name, String text, TableLimits limits) {
    QifFile file = new QifFile(name, limits);
    try {
      file.read(reader(text));
    } catch (XMLStreamException broken) {
      throw new StartFailed(
          "%s is no sound XML (line %d)"
              .formatted(
                  name, broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber()),
          broken);
    }
    return file.table();
  }

  private static XMLStreamReader reader(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("Nothing outside of the document is read");
        });
    return factory.createXMLStreamReader(new StringReader(text));
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder said = new StringBuilder();
    String id = "";
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          path.push(xml.getLocalName());
          if (path.size() > DEEPEST) {
            throw new XMLStreamException("Too deep", xml.getLocation());
          }
          requireFewNames(xml);
          id = begin(xml, id);
          said.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> said.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          end(xml, path.pop(), said.toString().strip(), id);
          said.setLength(0);
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("It defines or uses entities", xml.getLocation());
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> met(xml, xml.getPITarget());
        default -> {}
      }
    }
  }

  private void requireFewNames(XMLStreamReader xml) throws XMLStreamException {
    met(xml, xml.getLocalName());
    for (int at = 0; at < xml.getAttributeCount(); at++) {
      met(xml, xml.getAttributeLocalName(at));
    }
    for (int at = 0; at < xml.getNamespaceCount(); at++) {
      met(xml, String.valueOf(xml.getNamespacePrefix(at)));
    }
  }

  private void met(XMLStreamReader xml, String named) throws XMLStreamException {
    if (names.add(named) && names.size() > MOST_NAMES) {
      throw new XMLStreamException("Too many names", xml.getLocation());
    }
  }

  /** Returns the id of the thing that is open. */
  private String begin(XMLStreamReader xml, String before) {
    String element = xml.getLocalName();
    if (element.equals(RESULTS)) {
      ofResults = new HashMap<>();
    }
    if (!isThing(element, path.stream().skip(1).findFirst().orElse(""))) {
      if (isValue(element)) {
        unit(xml).forEach(unit -> open.put("unit", unit));
      }
      return before;
    }
    open = new HashMap<>();
    String id = xml.getAttributeValue(null, "id");
    return id == null ? "" : id;
  }

  /** What is told of by itself: devices have names of their kinds, such as CartesianCMM. */
  private static boolean isThing(String element, String parent) {
    return element.endsWith(ITEM)
        || element.endsWith(MEASUREMENT)
        || element.equals(COMPONENT)
        || parent.equals(DEVICES);
  }

  /** Of the measurement itself, and not of something within it. */
  private boolean isValue(String element) {
    String within = path.stream().skip(1).findFirst().orElse("");
    return within.endsWith(MEASUREMENT)
        && (element.equals("Value") || element.equals("RoughnessAverageValue"));
  }

  /** {@code linearUnit}, {@code angularUnit}, {@code massUnit} and so on. */
  private static Stream<String> unit(XMLStreamReader xml) {
    return IntStream.range(0, xml.getAttributeCount())
        .filter(
            at ->
                xml.getAttributeLocalName(at).endsWith("Unit")
                    || xml.getAttributeLocalName(at).equals("unitName"))
        .mapToObj(xml::getAttributeValue);
  }

  private void end(XMLStreamReader xml, String element, String text, String id) {
    String parent = path.isEmpty() ? "" : path.peek();
    if (isThing(element, parent)) {
      int line = xml.getLocation().getLineNumber();
      budget.keep(line, List.of(id, element));
      budget.keep(line, open.values());
    }
    if (element.endsWith(ITEM)) {
      items.put(
          id, new QifItem(open.getOrDefault("Name", ""), open.getOrDefault("Designator", "")));
    } else if (element.endsWith(MEASUREMENT)) {
      add(new QifMeasurement(element, open, ofResults));
    } else if (parent.equals(DEVICES)) {
      devices.put(
          id, new QifDevice(open.getOrDefault("Name", ""), open.getOrDefault("SerialNumber", "")));
    } else if (element.equals(COMPONENT)) {
      serials.put(id, open.getOrDefault("SerialNumber", ""));
    } else if (element.equals(RESULTS)) {
      ofResults = ofAll;
    } else {
      said(element, parent, text);
    }
  }

  /** What was not measured is no failure: it is left out, and told. */
  private void add(QifMeasurement one) {
    String status = one.said().getOrDefault(STATUS, "");
    if (!one.said().containsKey("Value") && !status.equals("PASS") && !status.equals("FAIL")) {
      unmeasured++;
      return;
    }
    measured.add(one);
  }

  private void said(String element, String parent, String text) {
    switch (element) {
      case "UnitName" -> {
        if (path.contains("PrimaryUnits")) {
          units.say(parent, text);
        }
      }
      case "TimeCreated" -> ofAll.putIfAbsent(element, text);
      case "InspectionStart", "InspectionEnd", "OrderNumber", "PurchaseOrderNumber" ->
          ofResults.put(element, text);
      case "Name" -> {
        if (parent.equals(OPERATOR)) {
          ofResults.put(OPERATOR, text);
        } else if (isThing(parent, path.stream().skip(1).findFirst().orElse(""))) {
          open.putIfAbsent(element, text);
        }
      }
      case OPERATOR -> {
        if (!text.isEmpty()) {
          ofResults.put(OPERATOR, text);
        }
      }
      case "Id" -> {
        if (parent.equals("ActualComponentIds")) {
          ofResults.merge("component", text, (one, other) -> SEVERAL);
        } else if (parent.equals("MeasurementDeviceIds")) {
          open.merge("device", text, (one, other) -> one);
        }
      }
      case "Value", "RoughnessAverageValue" -> {
        if (parent.endsWith(MEASUREMENT)) {
          open.putIfAbsent("Value", text);
        }
      }
      default -> {
        if (KEPT.contains(element)) {
          open.putIfAbsent(element, text);
        }
      }
    }
  }

  private Table table() {
    if (measured.isEmpty()) {
      throw new StartFailed(name + " is a QIF document without measured characteristics");
    }
    List<RawRow> rows = new ArrayList<>();
    rows.add(new RawRow(1, COLUMNS));
    for (QifMeasurement one : measured) {
      RawRow row = row(one, rows.size() + 1L);
      budget.take(row);
      rows.add(row);
    }
    List<String> remarks =
        unmeasured == 0
            ? List.of()
            : List.of("Characteristics without a value or verdict, left out: " + unmeasured);
    return Table.of(name, rows, true, new TableOrigin(remarks, List.of(), "", Map.of()));
  }

  private RawRow row(QifMeasurement one, long line) {
    Map<String, String> said = one.said();
    Map<String, String> all = new HashMap<>(ofAll);
    all.putAll(one.ofResults());
    String id = said.getOrDefault("CharacteristicItemId", "");
    QifItem item = items.getOrDefault(id, new QifItem("", ""));
    String part = said.getOrDefault("ActualComponentId", all.getOrDefault("component", ""));
    boolean isNumber = said.containsKey("Value");
    QifDevice device = devices.getOrDefault(said.getOrDefault("device", ""), UNKNOWN);
    return new RawRow(
        line,
        List.of(
            all.getOrDefault("OrderNumber", ""),
            all.getOrDefault("PurchaseOrderNumber", ""),
            item.name().isEmpty() ? id : item.name(),
            item.designator(),
            said.getOrDefault("Value", said.getOrDefault(STATUS, "")),
            isNumber ? said.getOrDefault("unit", units.of(one.element())) : "",
            serials.getOrDefault(part, ""),
            at(said, all),
            device.called(),
            device.serial(),
            all.getOrDefault(OPERATOR, "")));
  }

  /** Inspections are timed in GMT, also where that is not written beside them. */
  private static String at(Map<String, String> said, Map<String, String> all) {
    if (said.containsKey("TimeStamp")) {
      return said.get("TimeStamp");
    }
    String inspected = all.getOrDefault("InspectionEnd", all.getOrDefault("InspectionStart", ""));
    if (inspected.isEmpty()) {
      return all.getOrDefault("TimeCreated", "");
    }
    return WITHOUT_ZONE.matcher(inspected).matches() ? inspected + "Z" : inspected;
  }
}
