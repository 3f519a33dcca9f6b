package io.quayside.outbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quayside.partner.Company;
import io.quayside.partner.Identifier;
import io.quayside.partner.PartnerFiles;
import io.quayside.partner.PostalAddress;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Counters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the golden tests share: our company, a partner by its file, counters that start at 1. */
final class Golden {
  static final Path CASES = Path.of("src/test/resources/outbound");
  static final Company COMPANY =
      new Company(
          "default",
          "Quayside Trading",
          new PostalAddress(List.of("5 Harbour Rd"), "Portland", "OR", "97201", "US"),
          null,
          null,
          List.of(new Identifier("x12", "ZZ", "QUAYSIDE", null)),
          ZoneId.of("UTC"),
          "USD");

  /** The same with a VAT number, for the cases that speak of VAT. */
  private static final Company TAXED =
      new Company(
          COMPANY.id(),
          COMPANY.name(),
          COMPANY.address(),
          "SE112233445501",
          null,
          COMPANY.identifiers(),
          COMPANY.zone(),
          COMPANY.currency());

  static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .setSerializationInclusion(JsonInclude.Include.NON_NULL);

  private Golden() {}

  static Company company(Path folder) {
    return folder.getFileName().toString().startsWith("ubl-") ? TAXED : COMPANY;
  }

  static TradingPartner partner(Path folder) {
    return PartnerFiles.read("acme", text(folder.resolve("partner.yaml")), COMPANY);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One segment a line. */
  static List<String> segments(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return Arrays.stream(text.split(text.startsWith("UN") ? "'" : "~"))
        .map(segment -> segment.replaceAll("^[\r\n]+", ""))
        .filter(segment -> !segment.isEmpty())
        .toList();
  }

  static Counters counters() {
    Map<String, Long> numbers = new HashMap<>();
    return new Counters() {
      @Override
      public long next(String series) {
        return numbers.merge(series, 1L, Long::sum);
      }

      @Override
      public void startAt(String series, long number) {
        numbers.put(series, number - 1);
      }
    };
  }
}
