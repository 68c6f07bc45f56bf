package org.vitrine.mail;

import java.util.List;

/**
 * A mail in words, before a template lays it out; one section for each language that it comes in.
 *
 * @param address where people reach us
 */
public record MailDraft(
    String manufacturer, String address, String subject, List<Section> sections) {

  /** The language of the whole, by its tag. */
  public String language() {
    return sections.getFirst().language();
  }

  /**
   * The mail in one language.
   *
   * @param choices what can be answered at once
   * @param button null where it leads nowhere
   */
  public record Section(
      String language,
      String greeting,
      List<String> paragraphs,
      List<Choice> choices,
      Button button,
      String note) {}

  /** An answer, and where it leads. */
  public record Choice(String address, String label) {}

  /**
   * Where a section leads.
   *
   * @param label what stands on the button
   * @param caption what stands before the address where there is no button
   * @param otherwise what stands before the address beside the button
   */
  public record Button(String address, String label, String caption, String otherwise) {}

  /** Never the text: a log must not have its link. */
  @Override
  public String toString() {
    return "MailDraft[" + subject + "]";
  }
}
