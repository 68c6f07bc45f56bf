package org.vitrine.connectors;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.outgoing.OutgoingAddresses;

/**
 * Where the records are and how they are asked for.
 *
 * @param address the system's own, such as {@code https://erp.example.com}; of a file the whole of
 *     it
 * @param resource what is asked for there: Odoo's model, ERPNext's document type, an entity set of
 *     OData, Dolibarr's and any other's path
 * @param filter which of them, in the source's own language; absent for all
 * @param fields which of their fields; none for all
 */
public record SourceSettings(
    SourceKind kind,
    String address,
    String resource,
    String filter,
    List<String> fields,
    RecordShape shape,
    SourceAccess access,
    PagingStyle paging) {
  private static final int LONGEST = 2_000;
  private static final int MOST_FIELDS = 200;

  public SourceSettings {
    if (kind == null) {
      throw new Rejection.Invalid("settings.kind", "Say what kind of system this is");
    }
    requireAddress(kind, address);
    address = address.strip().replaceFirst("/+$", "");
    resource = resource == null || resource.isBlank() ? null : resource.strip();
    if (resource == null && kind != SourceKind.CSV && kind != SourceKind.REST) {
      throw new Rejection.Invalid("settings.resource", "Say what is asked for there");
    }
    filter = filter == null || filter.isBlank() ? null : filter.strip();
    if (filter != null && filter.length() > LONGEST) {
      throw new Rejection.Invalid("settings.filter", "Is longer than 2,000 characters");
    }
    fields = fields == null ? List.of() : List.copyOf(fields);
    if (fields.size() > MOST_FIELDS) {
      throw new Rejection.Invalid("settings.fields", "Must be at most " + MOST_FIELDS);
    }
    shape = (shape == null ? RecordShape.NOTHING_SAID : shape).or(kind.usual()).requireSound();
    access = access == null ? SourceAccess.NOTHING_SAID : access;
    paging = paging == null ? PagingStyle.NOTHING_SAID : paging;
  }

  private static void requireAddress(SourceKind kind, String address) {
    boolean isFile = kind == SourceKind.CSV && address != null && address.startsWith("sftp://");
    Optional<URI> fit =
        isFile
            ? OutgoingAddresses.parse(address.replaceFirst("^sftp", "https"))
            : OutgoingAddresses.parse(address);
    if (fit.isEmpty()) {
      throw new Rejection.Invalid(
          "settings.address",
          kind == SourceKind.CSV
              ? "Must be the address of a file, with https or sftp and without a user"
              : "Must be an address with https, without a user");
    }
  }

  @JsonIgnore
  boolean isSftp() {
    return address.startsWith("sftp://");
  }

  /** What this connector speaks. */
  Dialect dialect() {
    return switch (kind) {
      case ODOO -> new OdooDialect(this);
      case ERPNEXT -> new ErpNextDialect(this);
      case SAP_V2 -> new ODataDialect(this, ODataVersion.V2);
      case SAP_V4 -> new ODataDialect(this, ODataVersion.V4);
      case DOLIBARR -> new DolibarrDialect(this);
      case REST -> new RestDialect(this);
      case CSV -> new CsvDialect(this);
    };
  }
}
