package org.vitrine.mail;

import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Looks in mails for what they bring for a calendar. How deep and how many parts it goes is
 * bounded, and no more of a part is read than a calendar needs.
 */
final class CalendarMail {
  private static final int LARGEST = 200_000;
  private static final int DEEPEST = 8;
  private static final int MOST_PARTS = 40;
  private static final int LONGEST_HEADER = 1_000;
  private static final String[] TOLD = {
    "Auto-Submitted",
    "Precedence",
    "X-Autoreply",
    "X-Autorespond",
    "X-Auto-Response-Suppress",
    "List-Id",
    "Authentication-Results",
    "Message-ID",
    "Subject"
  };

  /** Nothing where the mail brings nothing of the kind, or cannot be understood as a mail. */
  Optional<ReceivedMail> in(Message message) throws MessagingException {
    Optional<Part> part = calendar(message);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<String>> headers = headers(message);
    Optional<String> text = text(part.get());
    String from = from(message);
    Date received = message.getReceivedDate();
    return Optional.of(
        new ReceivedMail(
            DigestUtils.sha256(
                String.join(
                    "\n", from, String.valueOf(headers.get("message-id")), text.orElse(""))),
            from,
            headers,
            received == null ? Instant.EPOCH : received.toInstant(),
            text));
  }

  private static Optional<Part> calendar(Message message) throws MessagingException {
    List<Part> found = new ArrayList<>();
    collect(message, 0, new int[1], found);
    return found.stream().findFirst();
  }

  private static void collect(Part part, int depth, int[] seen, List<Part> found)
      throws MessagingException {
    if (depth > DEEPEST || ++seen[0] > MOST_PARTS || !found.isEmpty()) {
      return;
    }
    try {
      if (part.isMimeType("text/calendar") || part.isMimeType("application/ics")) {
        found.add(part);
      } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
        for (int at = 0; at < parts.getCount() && at < MOST_PARTS; at++) {
          collect(parts.getBodyPart(at), depth + 1, seen, found);
        }
      }
    } catch (IOException | ParseException broken) {
      // What cannot be taken apart brings nothing.
    }
  }

  private static Optional<String> text(Part part) throws MessagingException {
    if (part.getSize() > 2 * LARGEST) {
      return Optional.empty();
    }
    try (InputStream content = part.getInputStream()) {
      byte[] bytes = content.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST
          ? Optional.empty()
          : Optional.of(new String(bytes, charset(part)));
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  private static Charset charset(Part part) throws MessagingException {
    try {
      String named = new ContentType(part.getContentType()).getParameter("charset");
      return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
    } catch (ParseException | IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  /** Empty where it has no author, or several: then nobody knows who speaks. */
  private static String from(Message message) throws MessagingException {
    try {
      Address[] from = message.getFrom();
      return from != null && from.length == 1 && from[0] instanceof InternetAddress one
          ? String.valueOf(one.getAddress()).toLowerCase(Locale.ROOT)
          : "";
    } catch (ParseException broken) {
      return "";
    }
  }

  private static Map<String, List<String>> headers(Message message) throws MessagingException {
    Map<String, List<String>> headers = new HashMap<>();
    Enumeration<Header> all = message.getMatchingHeaders(TOLD);
    while (all.hasMoreElements()) {
      Header header = all.nextElement();
      headers
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(cut(header.getValue()));
    }
    return headers;
  }

  private static String cut(String value) {
    return value.length() <= LONGEST_HEADER ? value : value.substring(0, LONGEST_HEADER);
  }
}
