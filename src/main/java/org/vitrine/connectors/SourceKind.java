package org.vitrine.connectors;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of system is asked, and what its records are like where nobody says otherwise. */
public enum SourceKind {
  /** Odoo from version 19: {@code /json/2/MODEL/METHOD} with a bearer key. */
  @JsonProperty("odoo")
  ODOO(new RecordShape(null, "id", "write_date", "order_line", "sale.order.line", "UTC")),
  /** ERPNext and whatever else is made with Frappe: {@code /api/resource/DOCTYPE}. */
  @JsonProperty("erpnext")
  ERPNEXT(new RecordShape(null, "name", "modified", "items", null, "UTC")),
  @JsonProperty("sap-odata-v2")
  SAP_V2(new RecordShape(null, "SalesOrder", "LastChangeDateTime", "to_Item", null, null)),
  @JsonProperty("sap-odata-v4")
  SAP_V4(new RecordShape(null, "SalesOrder", "LastChangeDateTime", "_Item", null, null)),
  /** {@code /api/index.php/RESOURCE} with the header {@code DOLAPIKEY}. */
  @JsonProperty("dolibarr")
  DOLIBARR(new RecordShape(null, "id", "date_modification", "lines", null, "UTC")),
  /** Any other that answers in JSON. */
  @JsonProperty("rest")
  REST(new RecordShape(null, "id", null, null, null, "UTC")),
  /** A file of comma-separated values, over HTTP or SFTP. */
  @JsonProperty("csv")
  CSV(new RecordShape(null, "order", null, null, null, null));

  private final RecordShape usual;

  SourceKind(RecordShape usual) {
    this.usual = usual;
  }

  RecordShape usual() {
    return usual;
  }
}
