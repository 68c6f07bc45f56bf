package org.vitrine.intake;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
          "requirement",
          "designator",
          "value",
          "unit",
          "serial",
          "measured_at",
          "device",
          "worker");
  private static final String MEASUREMENT = "CharacteristicMeasurement";
  private static final String ITEM = "CharacteristicItem";
  private static final int DEEPEST = 60;

  private final Map<String, QifItem> items = new HashMap<>();
  private final Map<String, String> serials = new HashMap<>();
  private final List<QifMeasurement> measured = new ArrayList<>();
  private final Deque<String> path = new ArrayDeque<>();
  private String linearUnit = "";
  private String angularUnit = "";
  private String createdAt = "";
  private Map<String, String> ofResults = new HashMap<>();
  private Map<String, String> open = new HashMap<>();

  private QifFile() {}

  /** A characteristic. */
  private record QifItem(String name, String designator) {}

  /** What was measured of it, with what was said of all results that it belongs to. */
  private record QifMeasurement(
      String element, Map<String, String> said, Map<String, String> ofResults) {}

  static boolean begins(String text) {
    String first = text.substring(0, Math.min(text.length(), 4_000));
    return first.stripLeading().startsWith("<") && first.contains("QIFDocument");
  }

  /** Throws {@link StartFailed} with a sentence where it is not sound, or holds no value. */
  static Table parse(String name, String text, TableLimits limits) {
    QifFile file = new QifFile();
    try {
      file.read(reader(text));
    } catch (XMLStreamException broken) {
      throw new StartFailed(
          "%s is no sound XML (line %d)"
              .formatted(
                  name, broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber()),
          broken);
    }
    List<RawRow> rows = new ArrayList<>();
    rows.add(new RawRow(1, COLUMNS));
    TableBudget budget = new TableBudget(name, limits);
    for (QifMeasurement one : file.measured) {
      RawRow row = file.row(one, rows.size() + 1L);
      budget.take(row);
      rows.add(row);
    }
    if (file.measured.isEmpty()) {
      throw new StartFailed(name + " is a QIF document without measured characteristics");
    }
    return Table.of(name, rows, true, new TableOrigin(List.of(), List.of(), "", Map.of()));
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
          id = begin(xml, id);
          said.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> said.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          end(path.pop(), said.toString().strip(), id);
          said.setLength(0);
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("It defines or uses entities", xml.getLocation());
        default -> {}
      }
    }
  }

  /** Returns the id of the thing that is open. */
  private String begin(XMLStreamReader xml, String before) {
    String element = xml.getLocalName();
    boolean opens =
        element.endsWith(ITEM)
            || element.endsWith(MEASUREMENT)
            || element.equals("ActualComponent");
    if (element.equals("MeasurementResults")) {
      ofResults = new HashMap<>();
    }
    if (!opens) {
      String unit = xml.getAttributeValue(null, "linearUnit");
      if (element.equals("Value") && unit != null) {
        open.put("unit", unit);
      }
      return before;
    }
    open = new HashMap<>();
    String id = xml.getAttributeValue(null, "id");
    return id == null ? "" : id;
  }

  private void end(String element, String text, String id) {
    String parent = path.isEmpty() ? "" : path.peek();
    if (element.endsWith(ITEM)) {
      items.put(
          id, new QifItem(open.getOrDefault("Name", ""), open.getOrDefault("Designator", "")));
    } else if (element.endsWith(MEASUREMENT)) {
      measured.add(new QifMeasurement(element, open, ofResults));
    } else if (element.equals("ActualComponent")) {
      serials.put(id, open.getOrDefault("SerialNumber", ""));
    } else {
      said(element, parent, text);
    }
  }

  private void said(String element, String parent, String text) {
    switch (element) {
      case "UnitName" -> {
        linearUnit = parent.equals("LinearUnit") ? text : linearUnit;
        angularUnit = parent.equals("AngularUnit") ? text : angularUnit;
      }
      case "TimeCreated" -> createdAt = text;
      case "InspectionStart", "InspectionEnd", "InspectionOperator" -> ofResults.put(element, text);
      case "Id" -> {
        if (parent.equals("ActualComponentIds")) {
          ofResults.put("component", text);
        } else if (parent.equals("MeasurementDeviceIds")) {
          open.put("device", text);
        }
      }
      case "ActualComponentId" -> ofResults.put("component", text);
      default -> open.putIfAbsent(element, text);
    }
  }

  private RawRow row(QifMeasurement one, long line) {
    Map<String, String> said = one.said();
    String id = said.getOrDefault("CharacteristicItemId", "");
    QifItem item = items.getOrDefault(id, new QifItem("", ""));
    boolean angular = one.element().contains("Angle") || one.element().contains("Angular");
    Map<String, String> results = one.ofResults();
    return new RawRow(
        line,
        List.of(
            item.name().isEmpty() ? id : item.name(),
            item.designator(),
            said.getOrDefault("Value", said.getOrDefault("CharacteristicStatusEnum", "")),
            said.containsKey("Value")
                ? said.getOrDefault("unit", angular ? angularUnit : linearUnit)
                : "",
            serials.getOrDefault(results.getOrDefault("component", ""), ""),
            results.getOrDefault(
                "InspectionEnd", results.getOrDefault("InspectionStart", createdAt)),
            said.getOrDefault("device", ""),
            results.getOrDefault("InspectionOperator", "")));
  }
}
