package io.quayside.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quayside.intake.child.Children;
import io.quayside.mapping.ConfigFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans and pictures: read by Tesseract where it is installed, else shown as what they are. */
class ScansTest {

  private static final ConfigFiles FILES = new ConfigFiles(null);
  private static final Children CHILDREN = Children.within(Duration.ofMinutes(2));
  private static final Duration PATIENT = Duration.ofMinutes(2);

  /**
   * What the program says of a page: 300 dots are an inch, 72 points. The rule has the confidence
   * 95, the last word 12, which is noise.
   */
  private static final String TSV =
      """
      level	page_num	block_num	par_num	line_num	word_num	left	top	width	height	conf	text
      1	1	0	0	0	0	0	0	2550	3300	-1
      5	1	1	1	1	1	300	300	100	40	96.5	PO
      5	1	1	1	1	2	415	300	200	40	91	Number
      5	1	2	1	1	1	900	303	300	40	63.0	S-4711
      5	1	2	1	1	2	1300	303	300	4	95	_____
      5	1	3	1	1	1	300	500	100	40	12	~
      """;

  /** {@code Notes: Rush} in the middle of a page. */
  private static final String SECOND_PAGE =
      """
      level	page_num	block_num	par_num	line_num	word_num	left	top	width	height	conf	text
      5	1	1	1	1	1	300	1600	140	40	95	Notes:
      5	1	1	1	1	2	460	1600	120	40	93	Rush
      """;

  @TempDir Path folder;

  @Test
  void wordsOfSeveralBlocksStandOnOneLineWithTheirPlacesAndConfidence() {
    List<Row> rows = new ScannedPage(1, 72 / 300.0).rows(TSV);
    assertThat(rows).hasSize(1);
    List<Word> words = rows.get(0).words();
    assertThat(words).extracting(Word::text).containsExactly("PO", "Number", "S-4711");
    assertThat(words).extracting(Word::apart).containsExactly(true, false, true);
    assertThat(words).extracting(Word::sure).containsExactly(0.965, 0.91, 0.63);
    assertThat(words.get(2).where()).isEqualTo("page 1 (216,73,288,82)");
    assertThat(words.get(2).left()).isCloseTo(216, within(0.01));
  }

  @Test
  void theProgramIsAskedAndItsWordsAreAValueThatIsNeverSure() throws IOException {
    Extraction read =
        papers(standIn("cat > /dev/null\ncat <<'E'\n" + TSV + "E"))
            .extract(PaperKind.PDF, scan("acme-us"), Knowledge.NONE);
    assertThat(read.mapped().order().path("poNumber").asText()).isEqualTo("S-4711");
    Confidence sure = read.confidence().get("/poNumber");
    assertThat(sure.checks()).contains("read from a picture");
    assertThat(sure.value()).isLessThanOrEqualTo(0.8 * 0.63);
  }

  @Test
  void withoutTheProgramItIsAPictureForAPerson() throws IOException {
    Extraction read =
        new Papers(FILES, CHILDREN, Optional.empty())
            .extract(PaperKind.PDF, scan("acme-us"), Knowledge.NONE);
    assertThat(read.trouble()).isNull();
    assertThat(Extraction.isPicture(read)).isTrue();
    assertThat(read.mapped().findings().get(read.mapped().findings().size() - 1).sentence())
        .contains("there is no text in it that could be read", "tesseract-ocr");
  }

  @Test
  void aProgramThatFailsOrHangsLeavesThePicture() throws IOException {
    for (String script : List.of("exit 1", "sleep 60")) {
      Papers papers =
          new Papers(
              FILES, CHILDREN, Optional.of(new Tesseract(standIn(script), Duration.ofSeconds(1))));
      Extraction read = papers.extract(PaperKind.PDF, scan("acme-us"), Knowledge.NONE);
      assertThat(Extraction.isPicture(read)).as(script).isTrue();
    }
  }

  @Test
  void picturesOfAllKindsAreShown() throws IOException {
    byte[] png = PageImage.png(SampleOrders.pdf("acme-us", "S-1"), 1, PageImage.DPI);
    BufferedImage page = ImageIO.read(new ByteArrayInputStream(png));
    Papers papers = new Papers(FILES, CHILDREN, Optional.empty());
    for (String kind : List.of("png", "jpg", "tiff")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertThat(ImageIO.write(page, kind, out)).isTrue();
      byte[] shown = papers.picture(out.toByteArray(), 1);
      BufferedImage again = ImageIO.read(new ByteArrayInputStream(shown));
      assertThat(again.getHeight()).as(kind).isCloseTo(842 * 100 / 72, within(2));
      assertThat(
              Extraction.isPicture(
                  papers.extract(PaperKind.PICTURE, out.toByteArray(), Knowledge.NONE)))
          .isTrue();
    }
  }

  @Test
  void aScanIsReadByTesseract() throws IOException {
    Optional<Tesseract> installed = Tesseract.installed(PATIENT);
    assumeTrue(installed.isPresent(), "skipped: tesseract-ocr is not installed on this machine");
    Extraction read =
        new Papers(FILES, CHILDREN, installed)
            .extract(PaperKind.PDF, scan("acme-us"), Knowledge.NONE);
    assertThat(read.mapped().order().path("poNumber").asText()).isEqualTo("S-1");
    assertThat(read.mapped().order().path("lines")).hasSize(3);
    assertThat(read.mapped().order().at("/lines/1/ids/0/value").asText()).isEqualTo("BX-77-L");
    assertThat(read.mapped().order().at("/lines/1/quantity").asText()).isEqualTo("5");
    assertThat(read.mapped().order().at("/shipTo/address/city").asText()).isEqualTo("Springfield");
    assertThat(read.least()).isLessThanOrEqualTo(0.8);
  }

  @Test
  void onlyThePageThatIsAPictureIsReadByTheProgramAndNothingIsSureThen() throws IOException {
    byte[] mixed = withScan(SampleOrders.pdf("acme-us", "S-2"));
    Extraction read =
        papers(standIn("cat > /dev/null\ncat <<'E'\n" + SECOND_PAGE + "E"))
            .extract(PaperKind.PDF, mixed, Knowledge.NONE);
    assertThat(read.mapped().order().path("poNumber").asText()).isEqualTo("S-2");
    assertThat(read.mapped().order().path("lines")).hasSize(3);
    assertThat(read.mapped().order().at("/carrier/routing").asText()).isEqualTo("UPS Ground");
    assertThat(read.mapped().order().at("/notes/0/text").asText()).isEqualTo("Rush");
    assertThat(read.leastNeeded()).isLessThan(0.8);
    assertThat(read.mapped().findings()).isEmpty();
  }

  @Test
  void aPageThatCouldNotBeReadIsToldAndNothingIsSureThen() throws IOException {
    Extraction read =
        new Papers(FILES, CHILDREN, Optional.empty())
            .extract(PaperKind.PDF, withScan(SampleOrders.pdf("acme-us", "S-3")), Knowledge.NONE);
    assertThat(read.mapped().order().path("lines")).hasSize(3);
    assertThat(read.mapped().findings().get(0).sentence())
        .contains("page 2", "could not be read", "lines may be missing");
    assertThat(read.leastNeeded()).isLessThan(0.8);
    assertThat(Extraction.isPicture(read)).isFalse();
  }

  private Papers papers(Path program) {
    return new Papers(FILES, CHILDREN, Optional.of(new Tesseract(program, PATIENT)));
  }

  private Path standIn(String script) throws IOException {
    Path program = Files.createTempFile(folder, "tesseract", "");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }

  /** The order with a second page that came from a scanner, and its stamp. */
  private static byte[] withScan(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDPage page = new PDPage();
      document.addPage(page);
      BufferedImage picture = new BufferedImage(850, 1100, BufferedImage.TYPE_BYTE_GRAY);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 612, 792);
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 8);
        content.newLineAtOffset(20, 20);
        content.showText("scanned");
        content.endText();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  /** The printed order as a scanner makes it: one picture of 200 dots per inch on a page. */
  private static byte[] scan(String name) throws IOException {
    byte[] pdf = SampleOrders.pdf(name, "S-1");
    BufferedImage page = ImageIO.read(new ByteArrayInputStream(PageImage.png(pdf, 1, 200)));
    try (PDDocument document = new PDDocument()) {
      PDPage blank = new PDPage();
      document.addPage(blank);
      try (PDPageContentStream content = new PDPageContentStream(document, blank)) {
        content.drawImage(
            LosslessFactory.createFromImage(document, page),
            0,
            0,
            blank.getMediaBox().getWidth(),
            blank.getMediaBox().getHeight());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
