package org.vitrine.epcis;

import java.util.regex.Pattern;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * The lists of words of the Core Business Vocabulary (CBV 2.0): events have them bare, as a URN of
 * before, or as the web address that they all stand for.
 */
enum VocabularyKind {
  BIZ_STEP("bizStep", "https://ref.gs1.org/cbv/BizStep-", "urn:epcglobal:cbv:bizstep:"),
  DISPOSITION("disposition", "https://ref.gs1.org/cbv/Disp-", "urn:epcglobal:cbv:disp:"),
  TRANSACTION("bizTransactionType", "https://ref.gs1.org/cbv/BTT-", "urn:epcglobal:cbv:btt:"),
  PARTY("sourceOrDestinationType", "https://ref.gs1.org/cbv/SDT-", "urn:epcglobal:cbv:sdt:"),
  ERROR_REASON("errorReason", "https://ref.gs1.org/cbv/ER-", "urn:epcglobal:cbv:er:"),
  COMPONENT("component", "https://ref.gs1.org/cbv/Comp-", "urn:epcglobal:cbv:comp:"),
  MEASUREMENT("measurementType", "https://gs1.org/voc/", "urn:gs1:voc:"),
  SENSOR_ALERT("sensorAlertType", "https://gs1.org/voc/SensorAlertType-", "urn:gs1:voc:");

  private static final Pattern URI =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");

  private final String definition;
  private final String address;
  private final String urn;

  VocabularyKind(String definition, String address, String urn) {
    this.definition = definition;
    this.address = address;
    this.urn = urn;
  }

  /** Throws {@link Rejection.Invalid} where it is neither in the list nor an address. */
  void require(String field, String word) {
    boolean isKnown =
        word.indexOf(':') > 0
            ? URI.matcher(word).matches()
            : WordLists.of(definition).contains(word);
    if (!isKnown) {
      throw new Rejection.Invalid(
          field,
          "“%s” is no word of the Core Business Vocabulary, nor an address of your own"
              .formatted(Excerpt.of(word)));
    }
  }

  /** The address that this word stands for, in whichever of its forms it is written. */
  String address(String written) {
    if (written.startsWith(urn)) {
      return address + written.substring(urn.length());
    }
    return written.indexOf(':') < 0 ? address + written : Namespaces.standard(written);
  }
}
