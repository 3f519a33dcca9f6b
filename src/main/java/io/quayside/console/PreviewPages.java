package io.quayside.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.ops.Preview;
import io.quayside.order.OrderViews.LineView;
import io.quayside.partner.Partners;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Paste or drop a document and see what would become of it. */
@Controller
class PreviewPages {

  private final Preview preview;
  private final Partners partners;
  private final Words words;
  private final ObjectMapper json;

  PreviewPages(Preview preview, Partners partners, Words words, ObjectMapper json) {
    this.preview = preview;
    this.partners = partners;
    this.words = words;
    this.json = json;
  }

  @GetMapping("/preview")
  String form(Model model) {
    model.addAttribute("partners", partners.all());
    return "preview";
  }

  /**
   * @param text what was pasted
   * @param file what was dropped or chosen, in base64, which goes before what was pasted
   */
  @PostMapping("/preview")
  String show(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String file,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String partner,
      Model model) {
    model.addAttribute("partners", partners.all());
    model.addAttribute("text", text);
    model.addAttribute("partner", partner);
    byte[] bytes = bytes(text, file);
    if (bytes.length == 0) {
      model.addAttribute(
          "fault", "There is nothing to look at: paste a document or choose a file.");
    } else if (bytes.length > Preview.LARGEST) {
      model.addAttribute(
          "fault",
          "The document has more than 1 MB. The command line takes it: quayside translate FILE.");
    } else {
      look(bytes, name.isBlank() ? "preview" : name, partner.isBlank() ? null : partner, model);
    }
    return "preview";
  }

  private void look(byte[] bytes, String name, String partner, Model model) {
    try {
      Preview.Seen seen = preview.of(bytes, name, partner);
      model.addAttribute("seen", seen);
      model.addAttribute(
          "findings",
          seen.documents().stream().flatMap(one -> findings(one.findings()).stream()).toList());
      Map<String, Map<String, LedgerBar>> bars = new HashMap<>();
      seen.orders().forEach(order -> bars.put(order.id(), bars(order.lines())));
      model.addAttribute("bars", bars);
    } catch (Preview.Busy busy) {
      model.addAttribute("fault", busy.getMessage());
    }
  }

  private Map<String, LedgerBar> bars(List<LineView> lines) {
    return lines.stream()
        .collect(
            Collectors.toMap(LineView::lineNumber, line -> LedgerBar.of(line, words), (a, b) -> a));
  }

  private static byte[] bytes(String text, String file) {
    try {
      return file.isBlank()
          ? text.getBytes(StandardCharsets.UTF_8)
          : Base64.getDecoder().decode(file);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private List<String> findings(String stored) {
    if (stored == null || stored.isBlank()) {
      return List.of();
    }
    try {
      return json.readerForListOf(String.class).readValue(stored);
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException("Findings are stored as a JSON array of sentences", ours);
    }
  }
}
