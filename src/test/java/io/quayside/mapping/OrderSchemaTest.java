package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderSchemaTest {
  private static final OrderSchema SCHEMA = new OrderSchema(Samples.FILES);

  @Test
  void onlyThePoNumberAndTheLinesAreNeeded() {
    assertThat(SCHEMA.check(json("{'poNumber':'1','lines':[{}]}"))).isEmpty();
    assertThat(
            SCHEMA.check(
                json(
                    "{'poNumber':'1','lines':[{'price':null,'quantity':null}],'buyer':null,'dates':null,'type':null}")))
        .isEmpty();
  }

  @Test
  void aCancellationAndAChangeOfTheHeadNeedNoLines() {
    assertThat(SCHEMA.check(json("{'poNumber':'1','purpose':'cancellation'}"))).isEmpty();
    assertThat(SCHEMA.check(json("{'poNumber':'1','purpose':'change','lines':[]}"))).isEmpty();
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThat(
            SCHEMA.check(
                json(
                    "{'lines':[{'quantity':'ten','colour':'red'}],'poDate':'2026-02-30','purpose':'new','test':'yes'}")))
        .containsExactlyInAnyOrder(
            "/poNumber: is missing. Give it.",
            "/lines/0/quantity `ten`: does not have the right form. Give a number as a plain decimal string, for example \"12.50\".",
            "/lines/0/colour `red`: is no property of an order. Leave it out, or mend its name.",
            "/poDate `2026-02-30`: is no date. Give an ISO date, for example \"2026-12-01\".",
            "/purpose `new`: is none of our words. Give one of original, cancellation, change, replace, confirmation, duplicate, information-copy, other.",
            "/test `yes`: is of the wrong type. Give a boolean.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'poNumber':'','lines':[{}]}                                    | /poNumber
          {'poNumber':'1','lines':[]}                                     | /lines
          {'poNumber':'1','purpose':'original'}                           | /lines
          {'poNumber':'1','purpose':null,'lines':[]}                      | /lines
          {'poNumber':'1','lines':[{'quantity':5}]}                       | /lines/0/quantity
          {'poNumber':'1','lines':[{'quantity':'1e5'}]}                   | /lines/0/quantity
          {'poNumber':'1','lines':[{'quantity':'5.'}]}                    | /lines/0/quantity
          {'poNumber':'1','lines':[{'price':{'amount':'1,50'}}]}          | /lines/0/price/amount
          {'poNumber':'1','lines':[{'ids':[{'scheme':'ours'}]}]}          | /lines/0/ids/0/scheme
          {'poNumber':'1','lines':[{}],'poDate':'20261201'}               | /poDate
          {'poNumber':'1','lines':[{}],'currency':'dollar'}               | /currency
          {'poNumber':'1','lines':[{}],'parties':[{'address':{'zip':'1'}}]} | /parties/0/address/zip
          {'poNumber':'1','lines':[{'price':'1.50'}]}                     | /lines/0/price
          {'poNumber':1,'lines':[{}]}                                     | /poNumber
          """)
  void aWrongValueIsNamedByItsPointer(String order, String pointer) {
    assertThat(SCHEMA.check(json(order)))
        .singleElement()
        .satisfies(sentence -> assertThat(sentence.split("[ :]")[0]).isEqualTo(pointer));
  }

  @Test
  void theSchemaKnowsItsProperties() {
    assertThat(SCHEMA.contract().shape().has("lines.schedules.location.value")).isTrue();
    assertThat(SCHEMA.contract().shape().has("lines.schedules.place")).isFalse();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
