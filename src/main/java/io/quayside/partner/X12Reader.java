package io.quayside.partner;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code x12:} of a partner file. */
final class X12Reader {

  private X12Reader() {}

  static X12Settings read(FileNode block) {
    X12Settings settings =
        new X12Settings(
            block.matching("version", Grammar.VERSION, "004010"),
            block.matching("isaVersion", Grammar.ISA_VERSION, "00401"),
            Separators.one(block, "elementSeparator", '*'),
            Separators.one(block, "segmentTerminator", '~'),
            Separators.one(block, "componentSeparator", '>'),
            Separators.one(block, "repetitionSeparator", '^'),
            block.flag("newline", false),
            block.flag("otherSeparators", true),
            block.whole("ackRequested", 0, 0, 1),
            block.oneOf("functionalAck", "997", "997", "999", "none"),
            block.word("ta1", X12Settings.Ta1.WHEN_ASKED),
            onResend(
                block.oneOf("onResend", "resend-997", "resend-997", "ta1-duplicate", "ignore")),
            block.duration("duplicateWindow", Duration.ofDays(365)),
            documents(block.block("documents")));
    distinct(block, settings);
    block.refuseOthers();
    return settings;
  }

  private static X12Settings.OnResend onResend(String word) {
    return switch (word) {
      case "ta1-duplicate" -> X12Settings.OnResend.TA1_DUPLICATE;
      case "ignore" -> X12Settings.OnResend.IGNORE;
      default -> X12Settings.OnResend.RESEND_997;
    };
  }

  private static void distinct(FileNode block, X12Settings settings) {
    Map<String, Character> all = new LinkedHashMap<>();
    all.put("elementSeparator", settings.elementSeparator());
    all.put("segmentTerminator", settings.segmentTerminator());
    all.put("componentSeparator", settings.componentSeparator());
    all.put("repetitionSeparator", settings.repetitionSeparator());
    Separators.distinct(block, all);
  }

  private static Map<String, X12Settings.DocumentSettings> documents(FileNode block) {
    Map<String, X12Settings.DocumentSettings> documents = new LinkedHashMap<>();
    for (String document : List.copyOf(block.keys())) {
      FileNode one = block.block(document);
      documents.put(
          document,
          new X12Settings.DocumentSettings(
              one.matching("group", Grammar.EDI_ID, null),
              one.matching("ourGroup", Grammar.EDI_ID, null),
              one.matching("version", Grammar.VERSION, null)));
      one.refuseOthers();
    }
    return documents;
  }
}
