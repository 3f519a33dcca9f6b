package io.quayside.partner;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The text of a partner or channel file as a tree: YAML, of which JSON is a part. */
final class FileText {

  private static final int LIMIT = 5_000_000;

  private FileText() {}

  /**
   * Reads a file with the reader given and throws with everything that it found wrong.
   *
   * @param name for messages
   */
  static <T> T read(String name, String text, Function<FileNode, T> reader) {
    List<Fault> faults = new ArrayList<>();
    Node root = parse(text, faults);
    T result = root == null ? null : reader.apply(new FileNode("", root, faults));
    if (!faults.isEmpty()) {
      throw new PartnerFileException(name, faults);
    }
    return result;
  }

  private static Node parse(String text, List<Fault> faults) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LIMIT);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(30);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (root == null) {
        faults.add(
            new Fault(
                0, "", "", "is empty", "Write at least id, name, identifiers and channels.out"));
      }
      return root;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      faults.add(
          new Fault(
              mark == null ? 0 : mark.getLine() + 1,
              "",
              "",
              "is not YAML or JSON: " + e.getProblem(),
              "Mend the text at that place"));
    } catch (YAMLException e) {
      faults.add(new Fault(0, "", "", "is not YAML or JSON: " + e.getMessage(), "Mend the text"));
    }
    return null;
  }
}
