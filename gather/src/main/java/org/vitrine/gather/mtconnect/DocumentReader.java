package org.vitrine.gather.mtconnect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads what an agent answers, by the names of elements and whatever the version of its schema. */
final class DocumentReader {
  private static final XMLInputFactory XML = safeFactory();

  private DocumentReader() {}

  private static XMLInputFactory safeFactory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  static Document read(byte[] bytes) throws IOException {
    try {
      XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
      xml.nextTag();
      return switch (xml.getLocalName()) {
        case "MTConnectStreams" -> streams(xml);
        case "MTConnectError" -> refusal(xml);
        default -> throw new IOException("No MTConnect: it begins with " + xml.getLocalName());
      };
    } catch (XMLStreamException | NumberFormatException | DateTimeException wrong) {
      throw new IOException("No MTConnect: " + wrong.getMessage(), wrong);
    }
  }

  private static Document streams(XMLStreamReader xml) throws XMLStreamException {
    long instance = 0;
    long next = 0;
    List<Document.Item> items = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals("Header")) {
        instance = Long.parseLong(xml.getAttributeValue(null, "instanceId"));
        next = Long.parseLong(xml.getAttributeValue(null, "nextSequence"));
      } else if (xml.getAttributeValue(null, "dataItemId") != null) {
        items.add(item(xml));
      }
    }
    return new Document.Streams(instance, next, items);
  }

  private static Document.Item item(XMLStreamReader xml) throws XMLStreamException {
    String id = xml.getAttributeValue(null, "dataItemId");
    long sequence = Long.parseLong(xml.getAttributeValue(null, "sequence"));
    Instant at = instant(xml.getAttributeValue(null, "timestamp"));
    String level = xml.getLocalName().toUpperCase(Locale.ROOT);
    boolean condition = List.of("NORMAL", "WARNING", "FAULT", "UNAVAILABLE").contains(level);
    String text = textWithin(xml);
    return new Document.Item(id, sequence, at, condition ? level : text);
  }

  /** The text of the element; those of sets and tables within it are left out. */
  private static String textWithin(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (depth == 1 && xml.isCharacters()) {
        text.append(xml.getText());
      }
    }
    return text.toString().strip();
  }

  /** Some agents leave out the zone; the standard says UTC. */
  private static Instant instant(String text) {
    boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d");
    return OffsetDateTime.parse(zoned ? text : text + "Z").toInstant();
  }

  private static Document refusal(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Error")) {
        String code = xml.getAttributeValue(null, "errorCode");
        return new Document.Refusal(code == null ? "" : code, textWithin(xml));
      }
    }
    return new Document.Refusal("", "no reason given");
  }
}
