package org.vitrine.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;

/**
 * Lays mails out: in the reader's language, or in every one where it is not known. The templates
 * were compiled when the program was built.
 */
public final class MailTemplates {
  private static final TemplateEngine HTML = compiled(ContentType.Html, "jte.html");
  private static final TemplateEngine TEXT = compiled(ContentType.Plain, "jte.text");
  private static final String TEMPLATE = "letter.jte";

  /** What the HTML calls the logo that goes along with it. */
  static final String LOGO = "logo";

  private final Words words;
  private final Supplier<URI> address;
  private final String manufacturer;
  private final ZoneId plantZone;
  private final List<Language> languages;
  private final MailLook look;

  /** As they look where nothing is set. */
  public MailTemplates(Words words, Supplier<URI> address, String manufacturer, ZoneId plantZone) {
    this(words, address, manufacturer, plantZone, List.of(Language.values()), MailLook.PLAIN);
  }

  /**
   * @param address where people reach us, for links
   * @param languages in this order where the reader's is not known
   */
  public MailTemplates(
      Words words,
      Supplier<URI> address,
      String manufacturer,
      ZoneId plantZone,
      List<Language> languages,
      MailLook look) {
    this.words = words;
    this.address = address;
    this.manufacturer = MailWords.oneLine(manufacturer);
    this.plantZone = plantZone;
    this.languages = languages;
    this.look = look;
  }

  private static TemplateEngine compiled(ContentType type, String packageName) {
    return TemplateEngine.createPrecompiled(
        null, type, MailTemplates.class.getClassLoader(), packageName);
  }

  MailText laidOut(MailContent content, Recipient to) {
    List<MailWords> said =
        to.language().map(List::of).orElse(languages).stream()
            .map(language -> said(content, to, language))
            .toList();
    MailDraft draft = draft(said);
    Optional<String> leave = content.leave().map(path -> address.get() + path);
    Map<String, Object> values = new HashMap<>(look.colours());
    values.put("mail", draft);
    values.put("logo", look.logo().map(logo -> "cid:" + LOGO).orElse(null));
    values.put("leave", leave.orElse(null));
    values.put("leaving", said.stream().map(MailWords::leave).toList());
    return new MailText(
        draft.subject(), rendered(TEXT, values), rendered(HTML, values), leave, content.calendar());
  }

  private MailDraft draft(List<MailWords> languages) {
    return new MailDraft(
        manufacturer,
        address.get().toString(),
        languages.stream().map(MailWords::subject).collect(Collectors.joining(" / ")),
        languages.stream().map(said -> said.section(address.get())).toList());
  }

  private MailWords said(MailContent content, Recipient to, Language language) {
    return new MailWords(
        words, language, to.zone().orElse(plantZone), manufacturer, to.name(), content);
  }

  private static String rendered(TemplateEngine engine, Map<String, Object> values) {
    StringOutput output = new StringOutput();
    engine.render(TEMPLATE, values, output);
    return output.toString();
  }
}
