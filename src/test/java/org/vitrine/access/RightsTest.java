package org.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrine.companies.CompanyId;

class RightsTest {
  @Test
  void whoever_belongs_to_a_company_sees_no_other() {
    assertThat(person(Role.CUSTOMER).seesAllCompanies()).isFalse();
    assertThat(person(Role.DISTRIBUTOR).seesAllCompanies()).isFalse();
    assertThat(new Caller.GlassHolder(1).seesAllCompanies()).isFalse();
  }

  @Test
  void all_staff_see_every_company() {
    assertThat(Arrays.stream(Role.values()).filter(Role::isStaff))
        .allMatch(role -> person(role).seesAllCompanies());
  }

  @Test
  void an_administrator_may_do_whatever_is_not_a_contact_s() {
    assertThat(person(Role.ADMINISTRATOR).permissions())
        .isEqualTo(
            EnumSet.complementOf(
                EnumSet.of(
                    Permission.SWITCH_COMPANY,
                    Permission.FOLLOW_VOICES,
                    Permission.TAKE_PART,
                    Permission.ANSWER_RECALLS,
                    Permission.OWN_PIECES,
                    Permission.SEE_AGREEMENT,
                    Permission.CONFIRM_VISITS,
                    Permission.ANSWER_SURVEYS,
                    Permission.ANSWER_DELAYS,
                    Permission.STATION)));
  }

  @Test
  void a_key_may_do_what_its_scopes_allow_together_and_nothing_else() {
    Caller key = new Caller.Key(1, "erp", Set.of(Scope.REPORTS, Scope.READ));
    assertThat(key.may(Permission.REPORT)).isTrue();
    assertThat(key.may(Permission.READ_ORDERS)).isTrue();
    assertThat(key.may(Permission.PLACE_ORDERS)).isFalse();
    assertThat(key.may(Permission.MANAGE_KEYS)).isFalse();
  }

  @Test
  void a_key_is_no_person() {
    Caller key = new Caller.Key(1, "erp", EnumSet.allOf(Scope.class));
    assertThat(key.may(Permission.KEEP_ACCOUNT)).isFalse();
  }

  @Test
  void whoever_holds_a_glass_link_may_watch_and_see_and_speak_and_answer_offers_and_nothing_else() {
    assertThat(new Caller.GlassHolder(1).permissions())
        .containsExactlyInAnyOrder(
            Permission.WATCH, Permission.SEE_EVIDENCE, Permission.SPEAK, Permission.ANSWER_DELAYS);
  }

  @Test
  void a_station_sees_its_work_and_reports_and_nothing_else() {
    Caller station = new Caller.Station(1, "Leak test 2");
    assertThat(station.permissions())
        .containsExactlyInAnyOrder(Permission.STATION, Permission.REPORT);
    assertThat(station.seesAllCompanies()).isFalse();
  }

  @Test
  void no_two_permissions_are_called_the_same() {
    assertThat(Arrays.stream(Permission.values()).map(Permission::code)).doesNotHaveDuplicates();
  }

  private static Caller.SignedIn person(Role role) {
    return new Caller.SignedIn(1, "Li Wen", role, Optional.of(new CompanyId(1)));
  }
}
