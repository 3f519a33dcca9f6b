package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a schema file may say, and what is said of one that is wrong. */
class SchemaFileTest {
  private static final String DICTIONARY =
      """
      <schema xmlns="http://xlate.io/EDISchema/v4">
        <elementType name="E1" code="1" base="string" maxLength="50" title="number">
          <version maxVersion="004010" maxLength="30"/>
        </elementType>
        <elementType name="E2" code="2" base="date" minLength="8" maxLength="8" title="date"/>
        <segmentType name="AAA" title="Start">
          <sequence>
            <element type="E1"><version maxVersion="004010" minOccurs="1"/></element>
            <element type="E2" minVersion="005010"/>
          </sequence>
          <syntax type="paired" minVersion="005010"><position>1</position><position>2</position></syntax>
        </segmentType>
        <segmentType name="BBB" title="Old" maxVersion="004010"><sequence><element type="E1"/></sequence></segmentType>
        <segmentType name="BBB" title="New" minVersion="005010"><sequence><element type="E2"/></sequence></segmentType>
      </schema>
      """;

  private final Map<String, String> files = new HashMap<>(Map.of("x12/d.xml", DICTIONARY));

  private SetSchema read(String version, String body) {
    files.put(
        "x12/850.schema.xml",
        "<schema xmlns=\"http://xlate.io/EDISchema/v4\"><include schemaLocation=\"d.xml\"/>"
            + "<transaction title=\"Order\" minVersion=\"003010\" maxVersion=\"005010\"><sequence>"
            + body
            + "</sequence></transaction></schema>");
    EdiSchemas schemas =
        new EdiSchemas(
            path ->
                files.containsKey(path)
                    ? new ByteArrayInputStream(files.get(path).getBytes(StandardCharsets.UTF_8))
                    : null);
    return schemas.schema(Standard.X12, version, "850").orElseThrow();
  }

  @Test
  void aPartIsThereInItsReleasesOnly() {
    String body = "<segment type=\"AAA\"/><segment type=\"BBB\" minVersion=\"005010\"/>";

    SegmentType old = read("004010", body).place(0).type();
    SegmentType recent = read("005010", body).place(0).type();

    assertThat(read("004010", body).root().children).hasSize(1);
    assertThat(read("005010", body).root().children).hasSize(2);
    assertThat(old.elements()).hasSize(1);
    assertThat(old.conditions()).isEmpty();
    assertThat(recent.elements()).hasSize(2);
    assertThat(recent.conditions()).hasSize(1);
  }

  @Test
  void aVersionSaysWhatWasDifferentInSomeReleases() {
    String body =
        "<segment type=\"AAA\" maxOccurs=\"99\"><version maxVersion=\"003070\" maxOccurs=\"5\"/>"
            + "</segment><segment type=\"BBB\"/>";

    SegmentType.Rule old = read("004010", body).place(0).type().elements().get(0);
    SegmentType.Rule recent = read("005010", body).place(0).type().elements().get(0);

    assertThat(read("003070", body).root().children[0].max()).isEqualTo(5);
    assertThat(read("004010", body).root().children[0].max()).isEqualTo(99);
    assertThat(old.element().max()).isEqualTo(30);
    assertThat(old.mandatory()).isTrue();
    assertThat(recent.element().max()).isEqualTo(50);
    assertThat(recent.mandatory()).isFalse();
    assertThat(read("004010", body).place(1).type().title()).isEqualTo("Old");
    assertThat(read("005010", body).place(1).type().title()).isEqualTo("New");
  }

  @Test
  void theReleaseIsTheNearestThatTheFileDescribes() {
    String body = "<segment type=\"AAA\"/>";

    assertThat(read("002040", body).release()).isEqualTo("003010");
    assertThat(read("004030VICS", body).release()).isEqualTo("004030");
    assertThat(read("008010", body).release()).isEqualTo("005010");
    assertThat(read("4010", body).release()).isEqualTo("004010");
  }

  @Test
  void aFloatingSegmentHasATypeAndNoPlace() {
    SetSchema set =
        read("004010", "<segment type=\"AAA\"/><segment type=\"BBB\" floating=\"true\"/>");

    assertThat(set.root().children).hasSize(1);
    assertThat(set.floating(Tag.code("BBB")).title()).isEqualTo("Old");
    assertThat(set.floating(Tag.code("AAA"))).isNull();
  }

  @Test
  void aWrongFileIsNamedWithWhatIsWrong() {
    assertThatThrownBy(() -> read("004010", "<segment type=\"CCC\"/>"))
        .hasMessage("Schema file x12/850.schema.xml: unknown type CCC");
    assertThatThrownBy(() -> read("004010", "<segment type=\"AAA\">"))
        .hasMessageStartingWith("Schema file x12/850.schema.xml cannot be read: ");
    files.put("x12/d.xml", "<schema><segment/></schema>");
    assertThatThrownBy(() -> read("004010", "<segment type=\"AAA\"/>"))
        .hasMessage("Schema file x12/d.xml: unknown part segment");
    files.remove("x12/d.xml");
    assertThatThrownBy(() -> read("004010", "<segment type=\"AAA\"/>"))
        .hasMessage("Schema file x12/850.schema.xml: there is no d.xml");
  }
}
