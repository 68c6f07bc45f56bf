package org.vitrine.connectors;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.vitrine.connectors.SourceAccess.AccessStyle;
import org.vitrine.connectors.SourceFault.FaultKind;
import org.vitrine.platform.outgoing.Outgoing;
import org.vitrine.platform.outgoing.OutgoingFailed;
import org.vitrine.platform.outgoing.OutgoingReply;
import org.vitrine.platform.outgoing.OutgoingRequest;

/** The network: to addresses that may be reached, with the secret of whoever asks. */
final class Wires {
  private static final int LARGEST_ANSWER = 32 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String AUTHORIZATION = "Authorization";

  private final Outgoing outgoing;

  Wires(Outgoing outgoing) {
    this.outgoing = outgoing;
  }

  Wire to(SourceSettings settings, Optional<String> secret) {
    if (settings.isSftp()) {
      SftpFile file = new SftpFile(outgoing.addresses(), settings.access(), secret.orElse(""));
      return file::read;
    }
    return question -> ask(authorized(question, settings, secret));
  }

  private SourceReply ask(SourceQuestion question) {
    try {
      OutgoingReply reply =
          outgoing.send(
              new OutgoingRequest(
                  question.method(),
                  question.url(),
                  question.headers(),
                  question.body().orElse("").getBytes(StandardCharsets.UTF_8),
                  LARGEST_ANSWER,
                  PATIENCE));
      if (reply.isCut()) {
        throw SourceFault.unreadable("An answer is larger than 32 MB; take smaller pages");
      }
      return new SourceReply(reply.status(), reply.headers(), reply.body());
    } catch (OutgoingFailed failed) {
      throw fault(failed);
    }
  }

  static SourceFault fault(OutgoingFailed failed) {
    FaultKind kind =
        switch (failed.reason()) {
          case REFUSED, CERTIFICATE -> FaultKind.FORBIDDEN;
          case UNREACHABLE, TIMEOUT, BROKEN -> FaultKind.AWAY;
        };
    return new SourceFault(kind, failed.getMessage(), Optional.empty());
  }

  static SourceQuestion authorized(
      SourceQuestion question, SourceSettings settings, Optional<String> secret) {
    SourceAccess access = settings.access();
    String said = secret.orElse("");
    return switch (style(settings, secret)) {
      case NONE -> question;
      case BEARER -> question.with(AUTHORIZATION, "Bearer " + said);
      case TOKEN -> question.with(AUTHORIZATION, "token " + said);
      case BASIC -> question.with(AUTHORIZATION, "Basic " + basic(access.name(), said));
      case HEADER -> question.with(header(settings), said);
    };
  }

  private static AccessStyle style(SourceSettings settings, Optional<String> secret) {
    if (secret.isEmpty()) {
      return AccessStyle.NONE;
    }
    if (settings.access().style() != null) {
      return settings.access().style();
    }
    return switch (settings.kind()) {
      case ODOO, REST -> AccessStyle.BEARER;
      case ERPNEXT -> AccessStyle.TOKEN;
      case SAP_V2, SAP_V4, CSV -> AccessStyle.BASIC;
      case DOLIBARR -> AccessStyle.HEADER;
    };
  }

  private static String header(SourceSettings settings) {
    String name = settings.access().name();
    return name == null || name.isBlank() ? "DOLAPIKEY" : name.strip();
  }

  private static String basic(String name, String password) {
    String both = (name == null ? "" : name) + ':' + password;
    return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }
}
