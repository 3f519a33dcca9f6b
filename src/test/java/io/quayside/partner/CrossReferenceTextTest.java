package io.quayside.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cross reference goes into the text of a file, and nothing else in it changes. */
class CrossReferenceTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      id: a¶name: b                                   | id: a¶name: b¶items: {crossReference: {"Z9": "W-1"}}¶
      items: {match: [buyer]}                         | items: {"crossReference": {"Z9": "W-1"}, match: [buyer]}
      items: {}                                       | items: {"crossReference": {"Z9": "W-1"}}
      items: {crossReference: {"A1": "W-2"}}          | items: {crossReference: {"Z9": "W-1", "A1": "W-2"}}
      items: {crossReference: {}}                     | items: {crossReference: {"Z9": "W-1"}}
      items:¶  match: [buyer]  # theirs               | items:¶  "crossReference": {"Z9": "W-1"}¶  match: [buyer]  # theirs
      items:¶  crossReference:¶    A1: W-2            | items:¶  crossReference:¶    "Z9": "W-1"¶    A1: W-2
      items: {crossReference: {Z9: W-2, A1: W-3}}     | items: {crossReference: {Z9: "W-1", A1: W-3}}
      items:¶  crossReference:¶    'Z9': W-2 # old    | items:¶  crossReference:¶    'Z9': "W-1" # old
      items:¶  crossReference:¶id: a                  | items:¶  crossReference: {"Z9": "W-1"}¶id: a
      name: Käse 🧀¶items: {crossReference: {A: "B"}} | name: Käse 🧀¶items: {crossReference: {"Z9": "W-1", A: "B"}}
      {"id": "a"}                                     | {"items": {"crossReference": {"Z9": "W-1"}}, "id": "a"}
      """)
  void aNumberIsAddedOrReplaced(String before, String after) {
    assertThat(CrossReferenceText.with(before.replace('¶', '\n'), "Z9", "W-1"))
        .isEqualTo(after.replace('¶', '\n'));
  }

  @Test
  void whatAPartnerWritesInItsNumbersStaysANumber() {
    String text = CrossReferenceText.with("items: {}", "a\": {b\\", "W-1");

    assertThat(text).isEqualTo("items: {\"crossReference\": {\"a\\\": {b\\\\\": \"W-1\"}}");
    assertThat(CrossReferenceText.with(text, "a\": {b\\", "W-2"))
        .isEqualTo("items: {\"crossReference\": {\"a\\\": {b\\\\\": \"W-2\"}}");
    assertThat(CrossReferenceText.with("items: {}", "a\nb\u0007\u2028", "W-1"))
        .isEqualTo("items: {\"crossReference\": {\"a\\u000ab\\u0007\\u2028\": \"W-1\"}}");
  }
}
