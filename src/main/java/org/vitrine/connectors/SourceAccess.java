package org.vitrine.connectors;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a connector says who it is; the secret itself is kept apart.
 *
 * @param style absent for what is usual for its kind
 * @param name the user, or the name of the header
 * @param database which of Odoo's databases is meant, where there are several
 * @param hostKey of an SFTP server: its fingerprint, as {@code ssh-keygen -l} prints it
 */
public record SourceAccess(AccessStyle style, String name, String database, String hostKey) {
  static final SourceAccess NOTHING_SAID = new SourceAccess(null, null, null, null);

  /** How the secret travels. */
  public enum AccessStyle {
    @JsonProperty("none")
    NONE,
    /** {@code Authorization: Bearer SECRET} */
    @JsonProperty("bearer")
    BEARER,
    /** {@code Authorization: token KEY:SECRET}, as Frappe has it; the secret holds both. */
    @JsonProperty("token")
    TOKEN,
    /** Name and password. */
    @JsonProperty("basic")
    BASIC,
    /** In a header of its own. */
    @JsonProperty("header")
    HEADER
  }
}
