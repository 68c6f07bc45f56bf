package org.vitrine.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;

/**
 * Mails as they travel: plain text, and beside it the same as HTML (RFC 2046, 5.1.4) with its logo
 * (RFC 2387). What is merely told can be left with one click (RFC 8058). What is for a calendar is
 * one more alternative, from which mailboxes make buttons to answer, and attached for those that do
 * not (RFC 6047).
 */
final class MailFormat {
  private static final String ATTACHED_AS = "invite.ics";
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailAddress from;
  private final String sender;
  private final Optional<MailLogo> logo;
  private final Optional<DkimSigner> signer;

  /**
   * @param sender who writes, as mailboxes show it
   */
  MailFormat(MailAddress from, String sender, Optional<MailLogo> logo, Optional<DkimKey> dkim) {
    this.from = from;
    this.sender = MailWords.oneLine(sender);
    this.logo = logo;
    this.signer = dkim.map(key -> new DkimSigner(key, from.domain()));
  }

  MimeMessage message(Session session, OutgoingMail mail) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(from());
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to().text()));
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(new Date());
    message.setHeader("Auto-Submitted", "auto-generated");
    if (mail.leave().isPresent()) {
      message.setHeader("List-Unsubscribe", "<" + mail.leave().get() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setContent(content(mail));
    message.saveChanges();
    // Saving gives it an id of its own; ours is the same for each try.
    message.setHeader("Message-ID", "<%s@%s>".formatted(mail.id(), from.domain()));
    return signer.isPresent() ? signer.get().signed(session, message) : message;
  }

  private InternetAddress from() {
    try {
      return new InternetAddress(from.text(), sender, UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private MimeMultipart content(OutgoingMail mail) throws MessagingException {
    MimeMultipart said = alternatives(mail);
    if (mail.calendar().isEmpty()) {
      return said;
    }
    MailCalendar calendar = mail.calendar().get();
    said.addBodyPart(
        calendarPart(calendar, "text/calendar; charset=UTF-8; method=" + calendar.method()));
    MimeBodyPart attached = calendarPart(calendar, "application/ics; name=" + ATTACHED_AS);
    attached.setDisposition(Part.ATTACHMENT);
    attached.setFileName(ATTACHED_AS);
    MimeMultipart whole = new StableMultipart("mixed", mail.id());
    MimeBodyPart first = new MimeBodyPart();
    first.setContent(said);
    whole.addBodyPart(first);
    whole.addBodyPart(attached);
    return whole;
  }

  private static MimeBodyPart calendarPart(MailCalendar calendar, String type)
      throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(calendar.text().getBytes(StandardCharsets.UTF_8), type)));
    // Its lines stay as they were folded, whoever passes it on.
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /** The last part is the one that a mailbox shows if it can. */
  private MimeMultipart alternatives(OutgoingMail mail) throws MessagingException {
    MimeMultipart parts = new StableMultipart("alternative", mail.id());
    parts.addBodyPart(part(mail.text(), "plain"));
    if (mail.html().isPresent()) {
      MimeBodyPart html = part(mail.html().get(), "html");
      parts.addBodyPart(logo.isPresent() ? withLogo(html, logo.get(), mail.id()) : html);
    }
    return parts;
  }

  private static MimeBodyPart withLogo(MimeBodyPart html, MailLogo logo, String mail)
      throws MessagingException {
    MimeBodyPart picture = new MimeBodyPart();
    picture.setDataHandler(new DataHandler(new ByteArrayDataSource(logo.content(), logo.type())));
    picture.setContentID("<" + MailTemplates.LOGO + ">");
    picture.setDisposition(Part.INLINE);
    MimeBodyPart both = new MimeBodyPart();
    MimeMultipart related = new StableMultipart("related", mail);
    related.addBodyPart(html);
    related.addBodyPart(picture);
    both.setContent(related);
    return both;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }
}
