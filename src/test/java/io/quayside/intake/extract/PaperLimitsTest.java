package io.quayside.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.intake.child.Children;
import io.quayside.mapping.ConfigFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

/** What cannot be read is told in words, and what takes too long is stopped. */
class PaperLimitsTest {

  private static final ConfigFiles FILES = new ConfigFiles(null);

  @Test
  void aPaperIsReadTheSameInAProcessOfItsOwn() throws IOException {
    byte[] pdf = SampleOrders.pdf("acme-us", "4711");
    Children children = Children.within(Duration.ofMinutes(2));
    Papers papers = new Papers(FILES, children, Optional.empty());
    String answer = new String(children.read("paper PDF", pdf), StandardCharsets.UTF_8);
    assertThat(new ObjectMapper().readValue(answer, Paper.class)).isEqualTo(PdfPaper.read(pdf));
    assertThat(papers.picture(pdf, 1)).startsWith(0x89, 'P', 'N', 'G');
    assertThat(papers.picture(pdf, 2)).isEmpty();
  }

  @Test
  void whatTakesTooLongIsStopped() throws IOException {
    Papers papers = new Papers(FILES, Children.within(Duration.ofMillis(1)), Optional.empty());
    String trouble =
        papers
            .extract(PaperKind.PDF, SampleOrders.pdf("acme-us", "4711"), Knowledge.NONE)
            .trouble();
    assertThat(trouble).contains("so it was stopped");
  }

  @Test
  void aLockedPdfSaysSo() throws IOException {
    assertThat(PdfPaper.read(pdf(1, "secret")).trouble()).contains("locked with a password");
  }

  @Test
  void aPdfWithoutTextIsAPicture() throws IOException {
    assertThat(PdfPaper.read(pdf(1, null)).picture()).isTrue();
  }

  @Test
  void aPdfOfTooManyPagesIsNotRead() throws IOException {
    assertThat(PdfPaper.read(pdf(101, null)).trouble()).contains("It has 101 pages");
  }

  @Test
  void whatIsNoPdfAndNoWorkbookIsDamaged() {
    byte[] nothing = "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8);
    assertThat(PdfPaper.read(nothing).trouble()).contains("damaged");
    assertThat(WorkbookPaper.read(nothing).trouble()).contains("no workbook");
  }

  private static byte[] pdf(int pages, String password) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        document.addPage(new PDPage());
      }
      if (password != null) {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
