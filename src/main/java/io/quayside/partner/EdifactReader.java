package io.quayside.partner;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code edifact:} of a partner file. */
final class EdifactReader {

  private EdifactReader() {}

  /**
   * @param contrl when nothing is said about it
   */
  static EdifactSettings read(FileNode block, EdifactSettings.Contrl contrl) {
    EdifactSettings settings =
        new EdifactSettings(
            block.matching("version", Grammar.MESSAGE_VERSION, "D:96A:UN"),
            block.matching("syntax", Grammar.SYNTAX, "UNOC"),
            block.whole("syntaxVersion", 3, 1, 4),
            charset(block),
            block.flag("una", false),
            Separators.one(block, "elementSeparator", '+'),
            Separators.one(block, "segmentTerminator", '\''),
            Separators.one(block, "componentSeparator", ':'),
            Separators.one(block, "releaseCharacter", '?'),
            block.flag("newline", false),
            block.whole("ackRequested", 0, 0, 1),
            block.word("contrl", contrl),
            block.word("onResend", EdifactSettings.OnResend.RESEND_CONTRL),
            block.duration("duplicateWindow", Duration.ofDays(365)),
            documents(block.block("documents")));
    Map<String, Character> separators = new LinkedHashMap<>();
    separators.put("elementSeparator", settings.elementSeparator());
    separators.put("segmentTerminator", settings.segmentTerminator());
    separators.put("componentSeparator", settings.componentSeparator());
    separators.put("releaseCharacter", settings.releaseCharacter());
    Separators.distinct(block, separators);
    block.refuseOthers();
    return settings;
  }

  private static String charset(FileNode block) {
    String name = block.text("charset");
    if (name == null || isCharset(name)) {
      return name;
    }
    block.fault("charset", name, "is no character set", "Give its name, for example UTF-8");
    return null;
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private static Map<String, String> documents(FileNode block) {
    Map<String, String> documents = new LinkedHashMap<>();
    for (String document : List.copyOf(block.keys())) {
      FileNode one = block.block(document);
      String version = one.requiredMatching("version", Grammar.MESSAGE_VERSION);
      if (version != null) {
        documents.put(document, version);
      }
      one.refuseOthers();
    }
    return documents;
  }
}
