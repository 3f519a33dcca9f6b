package io.quayside.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What a mapping made of a document.
 *
 * @param content in the form of the contract that the mapping's name says; what the sender left out
 *     is left out
 * @param violations what is wrong with the content by its contract, each a sentence with JSON
 *     pointer, value, why and remedy
 * @param unused values that no rule of the mapping took, each with element, value and place, in
 *     reading order
 * @param findings values that were odd and kept out
 * @param evidence where the content's values stand, by JSON pointer; empty unless it was asked for
 */
public record MappedDocument(
    ObjectNode content,
    List<String> violations,
    List<String> unused,
    List<MappedOrder.Problem> findings,
    Map<String, List<Place>> evidence) {

  public MappedDocument {
    violations = List.copyOf(violations);
    unused = List.copyOf(unused);
    findings = List.copyOf(findings);
    evidence = Collections.unmodifiableMap(evidence);
  }
}
