package io.quayside.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.work.DatabaseUnderTest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Partner files, their locations and shared channels, the same on both databases. */
class PartnerTablesTest {

  private static final String FILE =
      """
      id: acme
      name: Acme Inc
      identifiers: [{scheme: x12, qualifier: "ZZ", value: ACMEEDI}]
      channels: {out: {kind: folder}}
      locations: {"0042": {name: Acme Store 42, address: {lines: [1 Main St], city: Springfield}}}
      """;

  private final List<Object> published = Collections.synchronizedList(new ArrayList<>());

  private StoredPartners partners(DatabaseUnderTest ground) {
    return new StoredPartners(
        new FileStore(ground.database(), ground.clock()),
        ground.database(),
        new ChangeEvents(published::add),
        ground.json(),
        new OneCompany());
  }

  @ParameterizedTest
  @MethodSource("io.quayside.work.DatabaseUnderTest#each")
  void eachVersionIsKeptAndOnlyTheEditedOneIsReplaced(String database) {
    try (DatabaseUnderTest ground = DatabaseUnderTest.open(database)) {
      StoredPartners partners = partners(ground);
      assertThat(partners.save("acme", FILE, "ann", 0L).version()).isEqualTo(1);
      assertThat(partners.save("acme", FILE, "ann", 1L).changed()).isFalse();
      String renamed = FILE.replace("Acme Inc", "Acme Ltd");
      assertThat(partners.save("acme", renamed, "bob", 1L).version()).isEqualTo(2);
      assertThatThrownBy(() -> partners.save("acme", FILE, "ann", 1L))
          .isInstanceOf(StaleVersionException.class);
      assertThat(partners.find("acme").orElseThrow().name()).isEqualTo("Acme Ltd");
      assertThat(partners.source("acme")).contains(renamed);
      assertThat(partners.history("acme"))
          .extracting(Partners.Version::version, Partners.Version::by)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(2L, "bob"),
              org.assertj.core.groups.Tuple.tuple(1L, "ann"));
      assertThat(partners.byAddress("x12", "ZZ", "ACMEEDI ", null)).isPresent();
      assertThat(published).filteredOn(PartnerSaved.class::isInstance).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource("io.quayside.work.DatabaseUnderTest#each")
  void aFileIsImportedOnceAndWhatWasEditedSinceStands(String database) {
    try (DatabaseUnderTest ground = DatabaseUnderTest.open(database)) {
      StoredPartners partners = partners(ground);
      partners.importFile("acme", FILE, "acme.partner.yaml");
      partners.save("acme", FILE.replace("Acme Inc", "Edited"), "ann", 1L);
      assertThat(partners.importFile("acme", FILE, "acme.partner.yaml").changed()).isFalse();
      assertThat(partners.find("acme").orElseThrow().name()).isEqualTo("Edited");
      String newer = FILE.replace("Acme Inc", "Newer");
      assertThat(partners.importFile("acme", newer, "acme.partner.yaml").changed()).isTrue();
      assertThat(partners.find("acme").orElseThrow().name()).isEqualTo("Newer");
    }
  }

  @ParameterizedTest
  @MethodSource("io.quayside.work.DatabaseUnderTest#each")
  void aLocationStandsBesideThoseOfTheFile(String database) {
    try (DatabaseUnderTest ground = DatabaseUnderTest.open(database)) {
      StoredPartners partners = partners(ground);
      partners.save("acme", FILE, "ann", null);
      PostalAddress elm = new PostalAddress(List.of("7 Elm St"), "Peoria", "IL", "61602", "US");
      partners.saveLocation("acme", "0077", new Location("Acme 77", elm, null), "ann");
      partners.saveLocation("acme", "0077", new Location("Acme 77 b", elm, null), "bob");
      assertThat(partners.find("acme").orElseThrow().locations()).containsOnlyKeys("0042", "0077");
      assertThat(partners.find("acme").orElseThrow().locations().get("0077").name())
          .isEqualTo("Acme 77 b");
    }
  }

  @ParameterizedTest
  @MethodSource("io.quayside.work.DatabaseUnderTest#each")
  void aCrossReferenceIsAVersionOfTheFileAndTwoAtOnceBothStand(String database) {
    try (DatabaseUnderTest ground = DatabaseUnderTest.open(database)) {
      StoredPartners partners = partners(ground);
      partners.save("acme", FILE, "ann", null);
      List<CompletableFuture<Void>> both =
          Stream.of("A1", "A2")
              .map(
                  number ->
                      CompletableFuture.runAsync(
                          () -> partners.saveCrossReference("acme", number, "W-1", "bob")))
              .toList();
      both.forEach(CompletableFuture::join);

      assertThat(partners.find("acme").orElseThrow().items().crossReference())
          .containsOnlyKeys("A1", "A2");
      assertThat(partners.history("acme"))
          .extracting(Partners.Version::version, Partners.Version::by)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(3L, "bob"),
              org.assertj.core.groups.Tuple.tuple(2L, "bob"),
              org.assertj.core.groups.Tuple.tuple(1L, "ann"));
      assertThat(published).filteredOn(PartnerSaved.class::isInstance).hasSize(3);
      assertThatThrownBy(() -> partners.saveCrossReference("acme", "A3", "", "bob"))
          .hasMessageContaining("Give our SKU");
      assertThat(partners.history("acme")).hasSize(3);

      partners.saveCrossReference("acme", "a\u0000\n", "W-2", "bob");
      assertThat(partners.find("acme").orElseThrow().items().crossReference())
          .containsEntry("a\u0000\n", "W-2")
          .hasSize(3);
    }
  }

  @ParameterizedTest
  @MethodSource("io.quayside.work.DatabaseUnderTest#each")
  void aSharedChannelIsStoredAndFound(String database) {
    try (DatabaseUnderTest ground = DatabaseUnderTest.open(database)) {
      StoredSharedChannels channels =
          new StoredSharedChannels(
              new FileStore(ground.database(), ground.clock()),
              ground.database(),
              new ChangeEvents(published::add));
      String file = "id: van\nkind: folder\npartners: any\n";
      assertThat(channels.save("van", file, "ann", 0L)).isEqualTo(1);
      assertThat(channels.importFile("van", file, "van.channel.yaml")).isEqualTo(1);
      assertThat(channels.all()).extracting(shared -> shared.channel().id()).containsExactly("van");
      assertThat(channels.source("van")).contains(file);
    }
  }

  private record OneCompany() implements Companies {

    @Override
    public Company standard() {
      return new Company(
          "main", "Our company", null, null, null, List.of(), ZoneId.of("UTC"), "USD");
    }

    @Override
    public List<Company> all() {
      return List.of(standard());
    }

    @Override
    public Optional<Company> find(String id) {
      return Optional.of(standard());
    }
  }
}
