package io.quayside.outbound;

/**
 * What is answered, before it is written.
 *
 * @param facts what the template sees
 * @param unchanged nothing differs from what was ordered
 */
record Answer(AnswerFormat format, String type, String template, Object facts, boolean unchanged) {

  /** The JSON Schema of its template: {@code json/order-confirmed.schema.json}. */
  String schema() {
    return template.replaceFirst("/.*-to-(order-.*)\\.ftl$", "/$1.schema.json");
  }
}
