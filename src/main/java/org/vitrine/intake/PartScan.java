package org.vitrine.intake;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.StartFailed;

/**
 * One part of a workbook, gone through with the parser that reads it afterwards. What that reader
 * keeps, or works through again and again, is within bounds; what is no XML is nothing to either.
 */
final class PartScan {
  private static final XMLInputFactory XML = new InputFactoryImpl();
  private static final int DEEPEST = 64;
  private static final int LONGEST_TEXT = 2 * TableLimits.LONGEST_CELL;
  private static final int LONGEST_NUMBER = 100;
  private static final int MOST_FORMATS = 65_490;
  private static final int MOST_ARRAY_FORMULAS = 2_000;
  private static final int MOST_MERGED = 20_000;
  private static final int MOST_LINKS = 10_000;
  private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private final String name;
  private final List<String> merged = new ArrayList<>();
  private final Map<String, String> targets = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private int depth;
  private int keptSince;
  private int cellsInRow;
  private int text;
  private int valueSince;
  private int mostOfValue;
  private int ofValue;
  private boolean isNumber;

  private PartScan(String name) {
    this.name = name;
  }

  /** Throws {@link StartFailed} with a sentence where something is out of bounds. */
  static PartScan of(String name, InputStream part) {
    PartScan scan = new PartScan(name);
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(part);
      while (reader.hasNext()) {
        scan.meet(reader.next(), reader);
      }
    } catch (XMLStreamException noXml) {
      return scan; // Whoever reads it comes no further than this.
    }
    return scan;
  }

  /** Such as {@code B2:B4}. */
  List<String> merged() {
    return List.copyOf(merged);
  }

  /** Where a link leads, by its name. */
  Map<String, String> targets() {
    return Map.copyOf(targets);
  }

  private void meet(int event, XMLStreamReader reader) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> begin(reader);
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          count(reader.getTextLength());
      default -> {
        // Comments and the like are kept by nobody.
      }
    }
  }

  private void begin(XMLStreamReader reader) {
    depth++;
    requireBelow(depth, DEEPEST, "elements within each other");
    for (int at = 0; at < reader.getAttributeCount(); at++) {
      requireBelow(
          reader.getAttributeValue(at).length(), TableLimits.LONGEST_CELL, "characters in a name");
    }
    if (keptSince == 0) {
      keep(reader);
    }
    switch (reader.getLocalName()) {
      case "row" -> cellsInRow = 0;
      case "c" -> cell(reader);
      case "v" -> value();
      case "f" -> formula(reader);
      case "xf", "numFmt" -> many(reader.getLocalName(), MOST_FORMATS, "formats");
      case "mergeCell" -> merge(reader);
      case "Relationship" -> link(reader);
      default -> {
        // Nothing of it is kept.
      }
    }
  }

  /** All text within one cell, or one shared text, may end up in one place. */
  private void keep(XMLStreamReader reader) {
    text = 0;
    String element = reader.getLocalName();
    if (element.equals("c") || element.equals("si")) {
      keptSince = depth;
    }
  }

  private void end() {
    keptSince = depth == keptSince ? 0 : keptSince;
    valueSince = depth == valueSince ? 0 : valueSince;
    depth--;
  }

  /** What becomes a number is worked through digit by digit, and has few. */
  private void value() {
    if (valueSince == 0) {
      valueSince = depth;
      ofValue = 0;
      mostOfValue = isNumber ? LONGEST_NUMBER : LONGEST_TEXT;
    }
  }

  private void count(int characters) {
    text += characters;
    requireBelow(text, LONGEST_TEXT, "characters in a cell");
    if (valueSince > 0) {
      ofValue += characters;
      requireBelow(ofValue, mostOfValue, "digits in a number");
    }
  }

  private void cell(XMLStreamReader reader) {
    cellsInRow++;
    requireBelow(cellsInRow, TableLimits.MOST_COLUMNS, "columns");
    String type = reader.getAttributeValue(null, "t");
    isNumber = type == null || type.equals("n") || type.equals("s") || type.equals("b");
    String address = reader.getAttributeValue(null, "r");
    if (address != null && !ADDRESS.matcher(address).matches()) {
      throw new StartFailed("%s is damaged: “%s” is no cell".formatted(name, Excerpt.of(address)));
    }
  }

  private void formula(XMLStreamReader reader) {
    if ("array".equals(reader.getAttributeValue(null, "t"))) {
      many("array", MOST_ARRAY_FORMULAS, "array formulas; paste them as values");
    }
  }

  private void merge(XMLStreamReader reader) {
    many("mergeCell", MOST_MERGED, "merged cells");
    String range = reader.getAttributeValue(null, "ref");
    if (range != null) {
      merged.add(range);
    }
  }

  private void link(XMLStreamReader reader) {
    many("Relationship", MOST_LINKS, "links between its parts");
    String id = reader.getAttributeValue(null, "Id");
    String target = reader.getAttributeValue(null, "Target");
    if (id != null && target != null) {
      targets.put(id, target);
    }
  }

  private void many(String what, int most, String called) {
    requireBelow(counts.merge(what, 1, Integer::sum), most, called);
  }

  private void requireBelow(int count, int most, String what) {
    if (count > most) {
      throw new StartFailed("%s has more than %,d %s".formatted(name, most, what));
    }
  }
}
