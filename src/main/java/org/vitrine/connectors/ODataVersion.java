package org.vitrine.connectors;

/** The two versions of OData that SAP's systems speak. */
enum ODataVersion {
  V2("results", "__next"),
  V4("value", "@odata.nextLink");

  private final String items;
  private final String next;

  ODataVersion(String items, String next) {
    this.items = items;
    this.next = next;
  }

  String items() {
    return items;
  }

  String next() {
    return next;
  }
}
