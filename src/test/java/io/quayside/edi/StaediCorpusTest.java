package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An independent reader sees the same segments and elements in a folder of real documents, {@code
 * -Dquayside.corpus=FOLDER}, and finds the same errors in them.
 */
@EnabledIfSystemProperty(named = "quayside.corpus", matches = ".+")
class StaediCorpusTest {
  private final EdiReader reader = new EdiReader(TestSchemas.all());

  static Stream<Path> files() throws IOException {
    List<Path> edi = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(Path.of(System.getProperty("quayside.corpus")))) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        if (EdiReader.looksLikeEdi(Files.readAllBytes(path))) {
          edi.add(path);
        }
      }
    }
    return edi.stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void bothReadersSeeTheSameSegmentsAndElements(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    EdiFile read = reader.read(bytes);
    List<String> theirs = new ArrayList<>();
    boolean toItsEnd = staedi(bytes, theirs);
    Set<String> outside = outside(read);
    theirs.removeIf(segment -> outside.contains(segment.split(" ")[0]));
    List<String> ours = ours(read);
    if (read.interchanges().stream().anyMatch(StaediCorpusTest::hasBlankForRepetition)) {
      ours.replaceAll(segment -> segment.split(" ")[0]);
      theirs.replaceAll(segment -> segment.split(" ")[0]);
    }

    if (toItsEnd) {
      assertThat(ours).isEqualTo(theirs);
    } else {
      // It stops where a file is not as the standard says; the segment at hand may be half read.
      List<String> whole = theirs.subList(0, Math.max(0, theirs.size() - 1));
      // It reads a wrapped file with its line ends, up to the first one in a tag.
      whole.replaceAll(segment -> segment.replaceAll("[\r\n]", ""));
      assertThat(ours.subList(0, Math.min(ours.size(), whole.size()))).isEqualTo(whole);
    }
  }

  /** UNA of syntax 3 in syntax 4: staedi then splits texts at their blanks. */
  private static boolean hasBlankForRepetition(Interchange interchange) {
    return interchange.standard() == Standard.EDIFACT
        && interchange.version().equals("4")
        && interchange.delimiters().repetition() == 0;
  }

  /** Not segments of ours: UNA, ISB and ISE, and those in no set, which are findings. */
  private static Set<String> outside(EdiFile file) {
    Set<String> tags =
        file.allFindings().stream()
            .filter(finding -> finding.sentence().contains("stands outside any set"))
            .map(Finding::segment)
            .collect(Collectors.toSet());
    tags.addAll(Set.of("UNA", "ISB", "ISE"));
    return tags;
  }

  private static List<String> ours(EdiFile file) {
    List<String> all = new ArrayList<>();
    for (Interchange interchange : file.interchanges()) {
      for (Segment segment : WrittenAgain.segments(interchange)) {
        StringBuilder text = new StringBuilder(segment.tag());
        for (int n = 1; !segment.tag().equals("ISA") && n <= segment.elementCount(); n++) {
          for (int r = 1; r <= segment.repetitionCount(n); r++) {
            for (int c = 1; c <= segment.componentCount(n, r); c++) {
              value(text, n, r, c, segment.component(n, r, c));
            }
          }
        }
        all.add(text.toString());
      }
    }
    return all;
  }

  /** Adds each segment with its values; false when staedi gives up before the end. */
  private static boolean staedi(byte[] bytes, List<String> segments) throws IOException {
    EDIInputFactory factory = EDIInputFactory.newFactory();
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
    StringBuilder text = new StringBuilder();
    try (EDIStreamReader edi = factory.createEDIStreamReader(new ByteArrayInputStream(bytes))) {
      while (edi.hasNext()) {
        switch (edi.next()) {
          case START_SEGMENT -> text = new StringBuilder(edi.getText());
          case END_SEGMENT -> segments.add(text.toString());
          case ELEMENT_DATA -> {
            Location at = edi.getLocation();
            if (!text.toString().startsWith("ISA")) {
              int r = Math.max(1, at.getElementOccurrence());
              int c = Math.max(1, at.getComponentPosition());
              value(text, at.getElementPosition(), r, c, edi.getText());
            }
          }
          default -> {}
        }
      }
      return true;
    } catch (EDIStreamException e) {
      return false;
    }
  }

  private static void value(StringBuilder text, int n, int r, int c, String value) {
    if (!value.isEmpty()) {
      text.append(" %d.%d.%d=%s".formatted(n, r, c, value));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void bothReadersFindTheSameErrors(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    for (Interchange interchange : reader.read(bytes).interchanges()) {
      for (FunctionalGroup group : interchange.groups()) {
        for (TransactionSet set : group.sets()) {
          if (set.schema() != null && !hasBlankForRepetition(interchange)) {
            compare(set, alone(bytes, interchange, group, set));
          }
        }
      }
    }
  }

  private void compare(TransactionSet set, byte[] bytes) throws Exception {
    boolean x12 = set.standard() == Standard.X12;
    TreeSet<String> theirs;
    try {
      theirs =
          StaediOracleTest.staedi(
              StaediOracleTest.schema(set.standard(), set.version(), set.type()),
              bytes,
              x12 ? StaediOracleTest::code : EdifactOracleTest::code);
    } catch (EDIStreamException e) {
      return;
    }
    TreeSet<String> ours = StaediOracleTest.ours(reader, bytes);
    List<String> differences = new ArrayList<>();
    for (String error : theirs) {
      if (!ours.contains(error) && !StaediDifferences.isOnlyTheirs(error, set, ours)) {
        differences.add("only theirs: " + error);
      }
    }
    for (String error : ours) {
      if (!theirs.contains(error) && !StaediDifferences.isOnlyOurs(error, set, theirs)) {
        differences.add("only ours: " + error);
      }
    }
    assertThat(differences)
        .as("%s %s, ours %s, theirs %s", set.type(), set.controlNumber(), ours, theirs)
        .isEmpty();
  }

  /** One set in an envelope of its own, so that places count from it. */
  private static byte[] alone(
      byte[] file, Interchange interchange, FunctionalGroup group, TransactionSet set)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FunctionalGroup first = interchange.groups().get(0);
    int start = interchange.startOffset();
    out.write(file, start, begin(first) - start);
    int header = begin(group);
    out.write(file, header, group.sets().get(0).startOffset() - header);
    out.write(file, set.startOffset(), set.endOffset() - set.startOffset());
    boolean x12 = set.standard() == Standard.X12;
    String tail = x12 ? "IEA*1*%s~" : "UNZ*1*%s~";
    tail = tail.formatted(interchange.controlNumber());
    if (!group.isImplied()) {
      tail = "%s*1*%s~".formatted(x12 ? "GE" : "UNE", group.controlNumber()) + tail;
    }
    Delimiters used = interchange.delimiters();
    String element = String.valueOf(used.element());
    out.write(Documents.bytes(tail.replace("~", used.segment()).replace("*", element)));
    return out.toByteArray();
  }

  private static int begin(FunctionalGroup group) {
    return group.isImplied()
        ? group.sets().get(0).startOffset()
        : group.header().position().byteOffset();
  }
}
