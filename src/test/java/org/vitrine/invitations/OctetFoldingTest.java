package org.vitrine.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OctetFoldingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SUMMARY:short",
        "SUMMARY:quality improvement with our distributors, every second Tuesday at two in the afternoon",
        "SUMMARY:质量改进会议：与经销商一起回顾上月的投诉、未通过的检验要求和推迟的交期，并商定改进措施与负责人",
        "SUMMARY:空调😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 end",
        "SUMMARY:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "SUMMARY:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa中文"
      })
  void no_line_has_more_than_75_octets_and_no_character_is_cut(String line) {
    String folded = OctetFolding.fold(line + "\r\n");

    assertThat(folded).endsWith("\r\n");
    assertThat(folded.split("\r\n"))
        .allSatisfy(
            one -> assertThat(one.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(unfolded(folded)).isEqualTo(line);
    // As many octets as there is room for: no line could take the first letter of the next.
    String[] lines = folded.split("\r\n");
    for (int at = 0; at + 1 < lines.length; at++) {
      String first = Character.toString(lines[at + 1].codePointAt(1));
      assertThat((lines[at] + first).getBytes(StandardCharsets.UTF_8).length).isGreaterThan(75);
    }
  }

  /** As a reader does it, on the octets (RFC 5545, 3.1). */
  private static String unfolded(String folded) {
    byte[] bytes = folded.getBytes(StandardCharsets.UTF_8);
    byte[] joined = new byte[bytes.length];
    int length = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\r' && at + 2 < bytes.length && bytes[at + 2] == ' ') {
        at += 2;
      } else {
        joined[length++] = bytes[at];
      }
    }
    return new String(Arrays.copyOf(joined, length), StandardCharsets.UTF_8).strip();
  }
}
