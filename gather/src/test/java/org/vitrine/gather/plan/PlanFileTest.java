package org.vitrine.gather.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("KEY", "vk_1");

  @TempDir Path folder;

  @Test
  void a_tag_takes_from_its_source_what_it_does_not_say_itself() throws Exception {
    Plan plan =
        read(
            """
            server: https://vitrine.example.com
            key: {env: KEY}
            health: 9464
            sources:
              - name: press-line
                opcua: {url: "opc.tcp://10.0.0.5:4840", sampling: 250ms}
                machine: press-1
                rhythm: 10s
                order: {tag: "ns=2;s=Order"}
                operation: Pressing
                tags:
                  - {tag: "ns=2;s=Good", name: good, count: good, wrapsAt: 65535, resets: to-zero}
                  - tag: ns=2;s=Force
                    reading: force
                    device: LC-7
                    scale: 0.1
                    every: 1m
                    operation: Testing
            """);

    SourcePlan source = plan.sources().getFirst();
    assertThat(source.tags()).containsExactly("ns=2;s=Force", "ns=2;s=Good", "ns=2;s=Order");
    assertThat(source.rules().getFirst())
        .isEqualTo(
            new Rule(
                "ns=2;s=Good",
                "good",
                "press-1",
                source.rules().getFirst().where(),
                new Sense.Count("good", new BigDecimal("65535"), true, false)));
    assertThat(source.rules().get(1).sense())
        .isEqualTo(
            new Sense.Reading(
                "force", "LC-7", new Sense.Thinned(new BigDecimal("0.1"), Duration.ofMinutes(1))));
    assertThat(source.rules().get(1).where().operation()).isEqualTo(new Word.Fixed("Testing"));
    assertThat(source.rules().get(1).where().order()).isEqualTo(new Word.OfTag("ns=2;s=Order"));
    assertThat(plan.data()).isEqualTo(folder.resolve("gather-data"));
  }

  @Test
  void every_fault_is_told_with_its_place_at_once() {
    FaultyPlan faulty =
        faults(
            """
            server: vitrine.example.com
            key: vk_in_the_open
            health: 99999
            sources:
              - name: line 1
                opcua: {url: "http://10.0.0.5", samplng: 1s}
                rhythm: soon
                tags:
                  - {tag: a, count: goood}
                  - {tag: a, name: b, states: {RUN: {held: ""}, IDLE: held}, order: SO-1}
                  - {tag: c}
              - name: broker
                mqtt: {url: "mqtt://localhost"}
                order: SO-1
                operation: Pressing
                tags:
                  - {tag: "t#/v", name: v, reading: force}
                  - {tag: "t/good", name: good, count: good}
                  - {tag: "t/state", name: state, states: {RUN: started}}
                  - {tag: "t/heat", name: heat, condition: {place: st, quantity: heat}}
                  - {tag: "t/+/good", name: all, time: /ts, count: good, order: {tag: t/order}}
            """);

    assertThat(faulty.faults())
        .extracting(fault -> "%d %s".formatted(fault.line(), fault.path()))
        .containsExactly(
            "1 server",
            "2 key",
            "3 health",
            "5 sources[0].name",
            "6 sources[0].opcua.samplng",
            "6 sources[0].opcua.url",
            "7 sources[0].rhythm",
            "9 sources[0].tags[0]",
            "9 sources[0].tags[0]",
            "9 sources[0].tags[0].count",
            "10 sources[0].tags[1]",
            "10 sources[0].tags[1].states.IDLE",
            "10 sources[0].tags[1].states.RUN.held",
            "11 sources[0].tags[2]",
            "17 sources[1].tags[0].tag",
            "18 sources[1].tags[1].tag",
            "19 sources[1].tags[2].tag",
            "20 sources[1].tags[3].tag",
            "21 sources[1].tags[4].tag");
    assertThat(faulty)
        .hasMessageContaining(
            "gather.yaml, line 6, sources[0].opcua.samplng: Unknown; known here: certificates,")
        .hasMessageContaining("line 9, sources[0].tags[0].count: “goood” is none of good,")
        .hasMessageContaining("line 7, sources[0].rhythm: “soon” is no length of time");
  }

  @Test
  void json_is_read_as_well_and_what_is_neither_is_said_with_its_line() throws Exception {
    assertThat(
            read("""
            {"server": "http://localhost:8080", "key": {"env": "KEY"}, "sources": [
              {"name": "mill", "mtconnect": {"url": "http://agent:5000"}, "order": "SO-1",
               "operation": "Milling", "tags": [{"tag": "cnt", "count": "good"}]}]}
            """)
                .sources())
        .hasSize(1);
    assertThat(faults("server: [\nsources: }").faults())
        .singleElement()
        .matches(fault -> fault.line() == 2);
  }

  @Test
  void a_key_that_others_can_read_is_not_used() throws Exception {
    Path key = Files.writeString(folder.resolve("key"), "vk_2\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    String text =
        """
        server: http://localhost:8080
        key: {file: key}
        sources:
          - name: mill
            mtconnect: {url: "http://agent:5000"}
            tags: [{tag: t, condition: {place: st, quantity: temperature, unit: °C}}]
        """;
    assertThat(faults(text)).hasMessageContaining("chmod 600");

    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

    assertThat(read(text).key()).isEqualTo("vk_2");
    assertThat(read(text).toString()).doesNotContain("vk_2");
  }

  @Test
  void the_example_of_the_documentation_has_no_fault() throws Exception {
    Plan plan = new PlanFile(ENVIRONMENT).read(Path.of("../docs/examples/gather.yaml"), true);

    assertThat(plan.sources()).hasSize(4);
  }

  private FaultyPlan faults(String text) {
    return catchThrowableOfType(FaultyPlan.class, () -> read(text));
  }

  private Plan read(String text) throws IOException, FaultyPlan {
    Path file = Files.writeString(folder.resolve("gather.yaml"), text);
    return new PlanFile(ENVIRONMENT).read(file, false);
  }
}
