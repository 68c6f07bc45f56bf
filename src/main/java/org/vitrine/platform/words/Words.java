package org.vitrine.platform.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.webroot.Webroot;

/**
 * What pages and mails say, in every language: each feature brings its own in {@code
 * webroot/<feature>/words/<language>.json}, and here they are one catalogue a language. Keys that
 * begin with {@code mail.} are for mails alone and are not sent to browsers.
 */
public final class Words {
  private static final Pattern FILE = Pattern.compile("[^/]+/words/([^/]+)\\.json");
  private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");
  private static final String MAILS_ONLY = "mail.";
  private static final String COUNT = "count";
  private static final int DIGITS_AFTER_THE_POINT = 6;

  private final Map<Language, ObjectNode> catalogues = new EnumMap<>(Language.class);

  /** Those that came with the program. */
  public Words() {
    this(Webroot.files());
  }

  /**
   * The words among these files.
   *
   * @throws IllegalStateException if a key is given twice, or is missing in a language
   */
  public Words(Map<String, byte[]> files) {
    for (Language language : Language.values()) {
      catalogues.put(language, Json.object());
    }
    Map<String, String> origins = new TreeMap<>();
    new TreeMap<>(files).forEach((path, content) -> add(path, content, origins));
    requireTheSameKeys();
  }

  private void add(String path, byte[] content, Map<String, String> origins) {
    Matcher file = FILE.matcher(path);
    if (!file.matches()) {
      return;
    }
    Language language =
        Language.of(file.group(1))
            .orElseThrow(() -> new IllegalStateException(path + " is in no language of ours"));
    ObjectNode catalogue = catalogues.get(language);
    for (Map.Entry<String, JsonNode> entry : read(path, content).properties()) {
      String before = origins.put(language.tag() + " " + entry.getKey(), path);
      if (before != null) {
        throw new IllegalStateException(
            "“%s” is given twice: in %s and in %s".formatted(entry.getKey(), before, path));
      }
      catalogue.set(entry.getKey(), entry.getValue());
    }
  }

  private static ObjectNode read(String path, byte[] content) {
    try {
      return Json.read(content, ObjectNode.class);
    } catch (Rejection.Invalid fault) {
      throw new IllegalStateException(path + ": " + fault.getMessage(), fault);
    }
  }

  private void requireTheSameKeys() {
    Set<String> all = new TreeSet<>();
    catalogues.values().forEach(catalogue -> catalogue.fieldNames().forEachRemaining(all::add));
    catalogues.forEach(
        (language, catalogue) -> {
          for (String key : all) {
            if (!catalogue.has(key)) {
              throw new IllegalStateException(
                  "“%s” has no text in %s".formatted(key, language.tag()));
            }
          }
        });
  }

  /**
   * The text of a key. {@code {name}} is filled in from the values; a text that differs by number
   * is chosen by the value {@code count}. Only a {@code count} is a quantity, in the notation of
   * the language: any other number is a name (of a message, a line) and stands digit by digit.
   *
   * @throws IllegalArgumentException if there is no such key, or no value for a blank
   */
  public String text(Language language, String key, Map<String, ?> values) {
    JsonNode entry = catalogues.get(language).get(key);
    if (entry == null) {
      throw new IllegalArgumentException("“%s” has no text".formatted(key));
    }
    String text = entry.isTextual() ? entry.asText() : inNumber(language, key, entry, values);
    return BLANK
        .matcher(text)
        .replaceAll(
            blank -> Matcher.quoteReplacement(shown(language, key, blank.group(1), values)));
  }

  public String text(Language language, String key) {
    return text(language, key, Map.of());
  }

  private static String inNumber(
      Language language, String key, JsonNode forms, Map<String, ?> values) {
    if (!(values.get(COUNT) instanceof Number count)) {
      throw new IllegalArgumentException("“%s” differs by number and needs a count".formatted(key));
    }
    return forms.path(language.pluralOf(count)).asText(forms.path("other").asText());
  }

  private static String shown(Language language, String key, String blank, Map<String, ?> values) {
    Object value = values.get(blank);
    if (value == null) {
      throw new IllegalArgumentException("“%s” needs a value for {%s}".formatted(key, blank));
    }
    if (!(value instanceof Number) || !blank.equals(COUNT)) {
      return value.toString();
    }
    NumberFormat format = NumberFormat.getInstance(language.locale());
    format.setMaximumFractionDigits(DIGITS_AFTER_THE_POINT);
    return format.format(value);
  }

  /** The catalogue that pages load, as JSON. */
  public byte[] forPages(Language language) {
    ObjectNode told = Json.object();
    for (Map.Entry<String, JsonNode> entry : catalogues.get(language).properties()) {
      if (!entry.getKey().startsWith(MAILS_ONLY)) {
        told.set(entry.getKey(), entry.getValue());
      }
    }
    return Json.bytes(told);
  }
}
