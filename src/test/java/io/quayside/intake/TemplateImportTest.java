package io.quayside.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.ConfigFiles;
import io.quayside.work.DatabaseUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the readable copies of templates do at a start, also when the hub died beside them. */
class TemplateImportTest {

  private static final String LAYOUT = "pdf-1f3a9c20";

  @TempDir Path home;

  private final MemoryProblems problems = new MemoryProblems();
  private DatabaseUnderTest under;
  private TemplateFolder folder;
  private StoredTemplates templates;

  @BeforeEach
  void open() {
    under = DatabaseUnderTest.open("sqlite");
    folder = new TemplateFolder(home);
    templates = new StoredTemplates(under.database(), folder, under.clock());
    templates.save("acme", LAYOUT, template("bestellnr"), "anna");
    templates.save("acme", LAYOUT, template("bestellung"), "anna");
  }

  @AfterEach
  void close() {
    under.close();
  }

  private static String template(String label) {
    return "layout: %s\nheadings: [artikel, menge]\nlabels: [%s]\n".formatted(LAYOUT, label);
  }

  private Path file() {
    return home.resolve("mappings/partners/acme/" + LAYOUT + ".template.yaml");
  }

  private void start() {
    new TemplateImport(
            new ConfigFiles(""),
            folder,
            templates,
            new OnePartner(),
            new IntakeProblems(problems, under.database()))
        .start();
  }

  private String source() {
    return templates.find("acme", LAYOUT).orElseThrow().source();
  }

  @Test
  void whatSomebodyEditedIsTakenIn() throws Exception {
    Files.writeString(file(), template("auftrag"));
    start();
    assertThat(source()).isEqualTo(template("auftrag"));
    assertThat(templates.history("acme", LAYOUT)).hasSize(3);
  }

  @Test
  void theCopyOfAnEarlierVersionIsBroughtToTheNewest() throws Exception {
    Files.writeString(file(), template("bestellnr"));
    start();
    assertThat(source()).isEqualTo(template("bestellung"));
    assertThat(file()).hasContent(template("bestellung"));
    assertThat(templates.history("acme", LAYOUT)).hasSize(2);
  }

  @Test
  void theCopyOfADeletedOneIsRemoved() throws Exception {
    templates.delete("acme", LAYOUT);
    Files.writeString(file(), template("bestellnr"));
    start();
    assertThat(templates.of("acme")).isEmpty();
    assertThat(file()).doesNotExist();
  }

  @Test
  void aMissingCopyIsWritten() throws Exception {
    Files.delete(file());
    start();
    assertThat(file()).hasContent(template("bestellung"));
  }

  @Test
  void aWrongOneIsOnTheWorkListUntilItIsRightAgain() throws Exception {
    Files.writeString(file(), "layout: other");
    start();
    assertThat(problems.raised()).hasSize(1);
    Files.writeString(file(), template("bestellung"));
    start();
    assertThat(problems.raised()).isEmpty();
    assertThat(source()).isEqualTo(template("bestellung"));
  }
}
