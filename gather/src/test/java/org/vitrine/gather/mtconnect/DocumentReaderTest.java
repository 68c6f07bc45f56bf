package org.vitrine.gather.mtconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Documents in the shape of the standard's own examples, of several versions. */
class DocumentReaderTest {

  @Test
  void samples_events_and_conditions_are_read_whatever_the_version() throws IOException {
    Document.Streams streams =
        (Document.Streams)
            read(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <MTConnectStreams xmlns:m="urn:mtconnect.org:MTConnectStreams:1.3"
                    xmlns="urn:mtconnect.org:MTConnectStreams:1.3">
                  <Header creationTime="2010-04-06T06:19:35Z" sender="10.0.1.10" instanceId="1267728234"
                      bufferSize="131072" version="1.3" nextSequence="742" firstSequence="1"
                      lastSequence="741"/>
                  <Streams>
                    <DeviceStream name="VMC-3Axis" uuid="HM1">
                      <ComponentStream component="Linear" name="X" componentId="x1">
                        <Samples>
                          <Position dataItemId="x2" timestamp="2010-04-06T06:19:35.153141"
                              name="Xact" sequence="738" subType="ACTUAL">-1.4532</Position>
                          <PositionTimeSeries dataItemId="x5" timestamp="2010-04-06T06:19:35.153Z"
                              sequence="739" sampleCount="3" sampleRate="100">1 2 3</PositionTimeSeries>
                        </Samples>
                        <Condition>
                          <Normal dataItemId="xc" timestamp="2010-04-06T06:19:30Z" sequence="737"
                              type="TEMPERATURE"/>
                          <Fault dataItemId="xf" timestamp="2010-04-06T06:19:31+02:00" sequence="740"
                              type="POSITION" nativeCode="OTEMP">Axis X &amp; Y too hot</Fault>
                        </Condition>
                      </ComponentStream>
                      <ComponentStream component="Path" name="path" componentId="pth">
                        <Events>
                          <Execution dataItemId="exec" timestamp="2010-04-06T06:19:35Z"
                              sequence="741">UNAVAILABLE</Execution>
                        </Events>
                      </ComponentStream>
                    </DeviceStream>
                  </Streams>
                </MTConnectStreams>
                """);

    assertThat(streams.instanceId()).isEqualTo(1267728234);
    assertThat(streams.nextSequence()).isEqualTo(742);
    assertThat(streams.items())
        .extracting(item -> item.dataItemId() + " " + item.text())
        .containsExactly("x2 -1.4532", "x5 1 2 3", "xc NORMAL", "xf FAULT", "exec UNAVAILABLE");
    assertThat(streams.items())
        .extracting(Document.Item::at)
        .contains(
            Instant.parse("2010-04-06T06:19:35.153141Z"), Instant.parse("2010-04-06T04:19:31Z"));
  }

  @Test
  void a_refusal_says_its_code() throws IOException {
    assertThat(
            read(
                """
                <MTConnectError xmlns="urn:mtconnect.org:MTConnectError:1.1">
                  <Header creationTime="2010-03-12T12:33:01Z" sender="localhost" version="1.1"
                      bufferSize="131072" instanceId="1"/>
                  <Errors>
                    <Error errorCode="OUT_OF_RANGE">Argument was out of range</Error>
                  </Errors>
                </MTConnectError>
                """))
        .isEqualTo(new Document.Refusal("OUT_OF_RANGE", "Argument was out of range"));
  }

  @Test
  void what_is_no_document_of_an_agent_is_refused_and_no_entity_is_opened() {
    assertThatThrownBy(() -> read("<html><body>Sign in</body></html>"))
        .hasMessageContaining("it begins with html");
    assertThatThrownBy(
            () ->
                read(
                    """
                    <!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                    <MTConnectError><Errors><Error errorCode="E">&x;</Error></Errors></MTConnectError>
                    """))
        .isInstanceOf(IOException.class);
  }

  private static Document read(String text) throws IOException {
    return DocumentReader.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
