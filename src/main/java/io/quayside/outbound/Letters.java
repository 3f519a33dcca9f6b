package io.quayside.outbound;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.Outbound;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Letters to customers, by the templates and words in {@code mappings/email/}. */
@Component
class Letters {

  private static final String FOLDER = "mappings/email/words.";

  private final Outbound templates;
  private final ConfigFiles files;
  private final Map<String, Map<String, String>> words = new ConcurrentHashMap<>();

  Letters(Outbound templates, ConfigFiles files) {
    this.templates = templates;
    this.files = files;
  }

  /** A word or sentence in a language, English where that language has none. */
  String say(String language, String key, Object... values) {
    return new MessageFormat(words(language).getOrDefault(key, key), Locale.ROOT).format(values);
  }

  /** Is there a sentence of this name? */
  boolean knows(String key) {
    return words("en").containsKey(key);
  }

  /** The letter as HTML. */
  String html(String template, String language, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("words", words(language));
    all.put("language", language);
    return templates.write("email/" + template + ".ftlh", all).strip();
  }

  /** The same as plain text: a line for each paragraph and row, cells apart by bars. */
  static String text(String html) {
    return html.replaceAll("(?s)<(style|title)\\b.*?</\\1>|<!DOCTYPE[^>]*>", "")
        .replaceAll("\\s+", " ")
        .replaceAll("</(td|th)>\\s*<(td|th)[^>]*>", " | ")
        .replaceAll("<li>", "\n- ")
        .replaceAll("</?(p|h1|tr|table|ol|body|html|head|thead|tbody)\\b[^>]*>", "\n")
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replaceAll(" *\n *", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  /** The same as PDF; nothing is fetched from anywhere. */
  static byte[] pdf(String html) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .useFastMode()
          .useUriResolver((base, uri) -> null)
          .withHtmlContent(html.replaceFirst("<!DOCTYPE[^>]*>", ""), null)
          .toStream(out)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("The letter cannot be made a PDF", e);
    }
    return out.toByteArray();
  }

  private Map<String, String> words(String language) {
    return words.computeIfAbsent(
        language.toLowerCase(Locale.ROOT).split("-")[0],
        key -> {
          Map<String, String> all = new HashMap<>(read("en"));
          all.putAll(read(key));
          return Map.copyOf(all);
        });
  }

  private Map<String, String> read(String language) {
    Properties read = new Properties();
    String path = FOLDER + language + ".properties";
    try (var in = files.open(path).orElse(null)) {
      if (in != null) {
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        read.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
    Map<String, String> words = new HashMap<>();
    read.forEach((key, value) -> words.put((String) key, (String) value));
    return words;
  }
}
