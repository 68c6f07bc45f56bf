package org.vitrine.access;

import java.util.Locale;

/** What can be done about access. */
public enum AuditAction {
  SIGNED_IN,
  SIGN_IN_REFUSED,
  SIGNED_OUT,
  SESSION_ENDED,
  LINK_ASKED,
  PERSON_INVITED,
  PERSON_CHANGED,
  PERSON_DISABLED,
  PERSON_ENABLED,
  PASSWORD_CHANGED,
  SECOND_FACTOR_SET,
  SECOND_FACTOR_REMOVED,
  RECOVERY_CODE_USED,
  PROOF_REFUSED,
  KEY_CREATED,
  KEY_ROTATED,
  KEY_REVOKED,
  GLASS_LINK_MADE,
  GLASS_LINK_USED,
  GLASS_LINK_REVOKED,
  GLASS_LINK_ASKED_AGAIN,
  COMPANY_SWITCHED,
  SETTING_CHANGED;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
