package io.quayside.partner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The trading partners: stored with every version, who made it and when. */
public interface Partners {

  /** The result of a save; {@code changed} is false when the text was stored already. */
  record Saved(TradingPartner partner, long version, boolean changed) {}

  /** One stored version, the whole text as it was given. */
  record Version(long version, Instant at, String by, String source) {}

  Optional<TradingPartner> find(String id);

  /** All partners, by id. One whose stored text cannot be read any more is left out and logged. */
  List<TradingPartner> all();

  /**
   * Who has this address. An identifier with a group matches that group only; one without matches
   * any, unless another partner names the group. Empty when nobody or more than one has it.
   *
   * @param scheme {@code x12}, {@code edifact}, {@code email}, {@code webhook}
   * @param qualifier blanks around are ignored; null or "" where the scheme has none
   * @param value blanks around are ignored
   * @param group GS02, or null when there is none
   */
  Optional<TradingPartner> byAddress(String scheme, String qualifier, String value, String group);

  /**
   * Reads a partner file, YAML or JSON, and stores it as a new version, in the current transaction
   * or one of its own. {@link PartnerFileException} with all its faults when it is not right;
   * {@link StaleVersionException} when somebody else saved since.
   *
   * @param expectedVersion the version that was edited, 0 for a new partner, null to overwrite
   */
  Saved save(String id, String yamlOrJson, String by, Long expectedVersion);

  /**
   * Stores a partner file of the installation, unless this very text was imported before: what was
   * edited since stands. Faults as in {@link #save}.
   *
   * @param origin where it stands, for messages and the audit
   */
  Saved importFile(String id, String yaml, String origin);

  /** Reads without storing; {@link PartnerFileException} with all faults. */
  TradingPartner check(String id, String yamlOrJson);

  /** The current text. */
  Optional<String> source(String id);

  /** All versions, newest first. */
  List<Version> history(String id);

  /** Adds or replaces a ship-to location beside those of the file. */
  void saveLocation(String id, String code, Location location, String by);

  /**
   * Takes a number of the partner's for an item of ours from now on, as a new version of its file,
   * in the current transaction or one of its own. {@link PartnerFileException} where the number
   * cannot stand in a file.
   */
  Saved saveCrossReference(String id, String number, String sku, String by);
}
