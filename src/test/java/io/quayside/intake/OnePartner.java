package io.quayside.intake;

import io.quayside.partner.Channel;
import io.quayside.partner.Location;
import io.quayside.partner.Partners;
import io.quayside.partner.TradingPartner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Partners with one partner, acme, whose channels a test sets. */
final class OnePartner implements Partners {

  volatile List<Channel> channels = List.of();

  @Override
  public List<TradingPartner> all() {
    return List.of(
        new TradingPartner(
            "acme",
            "Acme Inc",
            Set.of(),
            TradingPartner.Mode.LIVE,
            java.time.ZoneOffset.UTC,
            "en",
            List.of(),
            List.of(),
            List.copyOf(channels),
            new Channel.Folder("acme/out"),
            Map.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            Map.of(),
            null,
            null,
            null,
            Map.of(),
            null,
            Map.of(),
            io.quayside.partner.ExtractionSettings.REVIEW,
            null,
            1));
  }

  @Override
  public Optional<TradingPartner> find(String id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  @Override
  public Optional<TradingPartner> byAddress(
      String scheme, String qualifier, String value, String group) {
    return Optional.empty();
  }

  @Override
  public Saved save(String id, String yamlOrJson, String by, Long expectedVersion) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Saved importFile(String id, String yaml, String origin) {
    throw new UnsupportedOperationException();
  }

  @Override
  public TradingPartner check(String id, String yamlOrJson) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<String> source(String id) {
    return Optional.empty();
  }

  @Override
  public List<Version> history(String id) {
    return List.of();
  }

  @Override
  public void saveLocation(String id, String code, Location location, String by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Saved saveCrossReference(String id, String number, String sku, String by) {
    throw new UnsupportedOperationException();
  }
}
